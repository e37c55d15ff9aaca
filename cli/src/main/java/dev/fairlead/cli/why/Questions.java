package dev.fairlead.cli.why;

import java.util.List;

/** All that {@code why} can be asked. */
public final class Questions {
    /** In the order in which they are tried: the first that understands the words answers. */
    private static final List<Question> ALL = List.of(
            DeploymentAnswer::of,
            PortAnswer::of,
            ChannelAnswer::of,
            RequirementAnswer::of,
            SettingAnswer::of,
            RuleAnswer::of,
            ExclusionAnswer::of,
            AbsenceAnswer::of);

    private Questions() {}

    /**
     * Answers the words of a person.
     *
     * @throws dev.fairlead.cli.args.UsageException if they ask nothing that the fleet has an answer to
     */
    public static Answer answer(Asked asked) {
        for (Question question : ALL) {
            Answer answer = question.answer(asked);
            if (answer != null) {
                return answer;
            }
        }
        throw new NotUnderstood(asked).complaint();
    }
}
