package dev.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class PropertyTest {
    private record Tree(List<Tree> children) {
        int size() {
            return 1 + children.stream().mapToInt(Tree::size).sum();
        }
    }

    private static final Gen<Tree> TREES = Gen.nested(
            5, Gen.constant(new Tree(List.of())), parts -> parts.list(4).map(Tree::new));

    private static <T> String failureOf(Gen<T> values, Property.Statement<? super T> statement) {
        AssertionError failure = catchThrowableOfType(
                AssertionError.class, () -> Property.tries(1000).check(values, statement));
        assertThat(failure).as("the property should not hold").isNotNull();
        return String.valueOf(failure.getMessage());
    }

    @Test
    void aTrueStatementIsCheckedForTheNumberOfTriesAsked() {
        List<Long> seen = new ArrayList<>();
        Property.tries(50).check(Gen.longs(0, 1_000_000), seen::add);
        assertThat(seen).hasSize(Integer.getInteger("property.tries", 50));
    }

    @Test
    void theSameSeedGivesTheSameValuesAndAnotherOthers() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    private static List<List<Long>> drawn(long seed) {
        List<List<Long>> seen = new ArrayList<>();
        Property.tries(20).seed(seed).check(Gen.longs(-100, 100).list(10), seen::add);
        return seen;
    }

    @Test
    void aFailureTellsSeedAndCauseAndTheSmallestValue() {
        assertThat(failureOf(Gen.longs(0, 1_000_000), n -> assertThat(n).isLessThan(4711)))
                .contains("-Dproperty.seed=")
                .contains("smallest: 4711\n")
                .contains("Expecting actual");
    }

    @Test
    void whereNobodyAsksForTheSmallestValueTheFirstThatFailsIsTold() {
        System.setProperty("property.shrinks", "0");
        try {
            assertThat(failureOf(Gen.longs(0, 1_000_000), n -> assertThat(n).isLessThan(4711)))
                    .doesNotContain("smallest: 4711\n")
                    .contains("shrunk in 0 steps");
        } finally {
            System.clearProperty("property.shrinks");
        }
    }

    @Test
    void numbersShrinkTowardsZeroFromBothSides() {
        assertThat(failureOf(
                        Gen.longs(-1_000_000, 1_000_000), n -> assertThat(n).isGreaterThan(-300)))
                .contains("smallest: -300\n");
    }

    @Test
    void aListShrinksToTheElementsThatMatter() {
        Gen<List<Long>> lists = Gen.longs(0, 1000).list(40);
        assertThat(failureOf(lists, list -> assertThat(list).noneMatch(n -> n >= 100)))
                .contains("smallest: [100]\n");
    }

    @Test
    void aStringShrinksAndIsShownQuoted() {
        assertThat(failureOf(Gen.nastyStrings(40), text -> assertThat(text).doesNotContain("\"")))
                .contains("smallest: \"\\\"\"\n");
    }

    @Test
    void aDependentValueShrinksWithWhatItDependsOn() {
        Gen<List<Integer>> lists =
                Gen.ints(1, 30).flatMap(size -> Gen.ints(0, size).list(size, size));
        assertThat(failureOf(lists, list -> assertThat(list).doesNotContain(3))).contains("smallest: [3, 0, 0]\n");
    }

    @Test
    void aNestedValueShrinksToTheSmallestNesting() {
        String smallest = failureOf(TREES, tree -> assertThat(tree.size()).isLessThan(4))
                .lines()
                .filter(line -> line.contains("smallest:"))
                .findFirst()
                .orElseThrow();
        assertThat(smallest.split("Tree", -1)).as(smallest).hasSize(1 + 4);
    }

    @Test
    void twoValuesShrinkTogether() {
        Gen<Integer> numbers = Gen.ints(0, 1000);
        assertThatThrownBy(() -> Property.tries(1000)
                        .check(numbers, numbers, (a, b) -> assertThat(a + b).isLessThan(50)))
                .hasMessageContaining("smallest: 50\n       and 0\n");
    }

    @Test
    void aStackOverflowIsAFailureLikeOthers() {
        assertThat(failureOf(Gen.booleans(), PropertyTest::overflow)).contains("StackOverflowError");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void overflow(boolean value) {
        overflow(value);
    }

    @Test
    void aStatementThatIsNeverAboutItsValuesFails() {
        assertThatThrownBy(() -> Property.forAll(Gen.ints(0, 9), n -> Property.assume(n > 9)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("only 0 of");
    }

    @Test
    void valuesThatTheStatementIsNotAboutAreNotReported() {
        assertThat(failureOf(Gen.ints(0, 1000), n -> {
                    Property.assume(n % 2 == 1);
                    assertThat(n).isLessThan(10);
                }))
                .contains("smallest: 11\n");
    }

    @Test
    void aStatementMaySkipTheTest() {
        assertThatThrownBy(() -> Property.forAll(Gen.booleans(), value -> Assumptions.abort("no tool")))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    void numbersStayInTheirRangeAndReachItsEnds() {
        List<Integer> seen = new ArrayList<>();
        Property.tries(500).check(Gen.ints(-3, 20), n -> {
            assertThat(n).isBetween(-3, 20);
            seen.add(n);
        });
        assertThat(seen).contains(-3, 0, 20);
        Property.forAll(Gen.longs(Long.MIN_VALUE, Long.MAX_VALUE), n -> {});
        Property.forAll(Gen.longs(5, 5), n -> assertThat(n).isEqualTo(5));
    }

    @Test
    void filteredValuesSatisfyTheCondition() {
        Property.forAll(
                Gen.ints(0, 100).filter(n -> n % 3 == 0), n -> assertThat(n % 3).isZero());
    }
}
