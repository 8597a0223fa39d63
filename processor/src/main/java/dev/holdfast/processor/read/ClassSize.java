package dev.holdfast.processor.read;

import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.PolicyModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        String longest = longName(model);
        if (isTooMuch(model)) {
            int methods = model.methods().size();
            int policies = model.policies().size();
            if (policies == 1) {
                problems.report(InterfaceDiagnostic.TOO_LARGE_ONE_POLICY, Position.of(type), type, methods);
            } else {
                problems.report(InterfaceDiagnostic.TOO_LARGE, Position.of(type), type, methods, policies);
            }
            return true;
        }
        if (longest != null) {
            problems.report(
                    InterfaceDiagnostic.TOO_LARGE_NAMES,
                    Position.of(type),
                    type,
                    longest.substring(0, SHOWN),
                    longest.length());
        }
        return longest != null;
    }

    private static boolean isTooMuch(DecoratorModel model) {
        FamilyModel family = model.family();
        return family == null
                ? isTooMuch(model, model.methods())
                : family.members().stream().anyMatch(each -> isTooMuch(model, each.methods()));
    }

    private static boolean isTooMuch(DecoratorModel model, List<MethodModel> ofClass) {
        int methods = ofClass.size();
        int policies = model.policies().size();
        int constructor = 0;
        int constants = 10 * (methods + model.hints().size());
        for (MethodModel method : ofClass) {
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
        return constructor > LIMIT || constants > LIMIT || 5 * policies > LIMIT;
    }

    private static @Nullable String longName(DecoratorModel model) {
        String client = model.declaration().policies().canonicalName();
        return model.allMethods().stream()
                .map(each -> each.protection() == null
                        ? each.signature().name()
                        : each.protection().call() + each.protection().guard())
                .filter(each -> (client + each).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)
                .findFirst()
                .orElse(null);
    }
}
