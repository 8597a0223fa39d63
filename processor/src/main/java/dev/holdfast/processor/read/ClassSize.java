package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.PolicyModel;
import java.nio.charset.StandardCharsets;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What a class file can hold: 65,535 constants, as many bytes of code in one method, and of text in one constant. The estimates
 * are a little too high, and so are reached before the limits are.
 */
public record ClassSize(Problems problems) {

    private static final int LIMIT = 60_000;

    /** Names are found in texts more than once, and a text is longer than a name. */
    private static final int LONGEST_NAME = 20_000;

    private static final int SHOWN = 40;

    /** Reports a class that no file can hold; says whether there is one. */
    public boolean report(DecoratorModel model, TypeElement type) {
        String what = tooMuch(model);
        String fix = "divide the interface into several";
        if (what == null) {
            what = tooLong(model);
            fix = "shorten the names in it";
        }
        if (what != null) {
            problems.error(Diagnostic.TOO_LARGE, Position.of(type), Names.of(type), what, fix);
        }
        return what != null;
    }

    private static @Nullable String tooMuch(DecoratorModel model) {
        int methods = model.methods().size();
        int policies = model.policies().size();
        int constructor = 0;
        int constants = 10 * (methods + model.hints().size());
        for (MethodModel method : model.methods()) {
            MethodModel.Protection protection = method.protection();
            if (protection != null) {
                constants += 6;
                constructor += 9
                        + 2
                                * (int) protection.policies().stream()
                                        .filter(PolicyModel::onType)
                                        .count();
            }
        }
        constructor +=
                60 * (int) model.policies().stream().filter(PolicyModel::onType).count();
        boolean tooMuch = constructor > LIMIT || constants > LIMIT || 5 * policies > LIMIT;
        return tooMuch ? methods + " methods with " + policies + (policies == 1 ? " policy" : " policies") : null;
    }

    private static @Nullable String tooLong(DecoratorModel model) {
        String client = model.declaration().interfaceName().canonicalName();
        return model.methods().stream()
                .map(each -> each.protection() == null
                        ? each.signature().name()
                        : each.protection().call() + each.protection().guard())
                .filter(each -> (client + each).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)
                .findFirst()
                .map(each -> "names as long as " + each.substring(0, SHOWN) + "..., " + each.length() + " characters")
                .orElse(null);
    }
}
