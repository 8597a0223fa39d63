package dev.holdfast.it.vendors;

import dev.holdfast.annotations.RateLimitHint;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** DynamoDB says 400 when it throttles. */
public final class DynamoDbHint implements RateLimitHint<DynamoDbException> {

    @Override
    public int status(DynamoDbException answer) {
        return answer.isThrottlingException() ? 429 : answer.statusCode();
    }
}
