package dev.fairlead.cli;

import dev.fairlead.cli.args.Operand;
import dev.fairlead.cli.args.Synopsis;
import dev.fairlead.cli.why.Answer;
import dev.fairlead.cli.why.AnswerJson;
import dev.fairlead.cli.why.AnswerText;
import dev.fairlead.cli.why.Asked;
import dev.fairlead.cli.why.Questions;
import dev.fairlead.fleet.resolution.ServiceNames;
import java.util.List;

/** {@code fairlead why}: why a service is deployed, what it is bound to, where what it sees comes from. */
final class WhyCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "why",
                "explains a deployment, a binding, a setting, a port: where it comes from, and what it won over",
                List.of(
                        Operand.required(
                                "SUBJECT",
                                "a service, service:grafana@web1 or just grafana; a scope, host:web1;"
                                        + " or a rule, rule:dns"),
                        Operand.optional(
                                "WHAT", "a capability, a setting (nginx.port) or a port (:80); all of it if left out")),
                List.of(StandardOptions.FORMAT),
                StandardOptions.ofFleet(),
                "fairlead why service:grafana dns -C examples/homelab");
    }

    @Override
    public int run(Call call) {
        Fleet fleet = call.fleetOfOption();
        Asked asked = Asked.of(call.arguments().required(0), call.arguments().operand(1), fleet.resolution());
        Answer answer = Questions.answer(asked);
        if (call.json()) {
            AnswerJson.write(answer, call.console().out());
        } else {
            ServiceNames names = ServiceNames.of(fleet.resolution());
            call.console().out().print(AnswerText.of(answer, fleet.sources(), names, call.paint()));
        }
        return call.done(fleet);
    }
}
