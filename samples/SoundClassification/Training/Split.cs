using Reporting;

namespace SoundClassification.Training;

/// <summary>Which sounds train, which choose the best epoch, and which are kept for the last test; as positions in the folder.</summary>
internal sealed record Split(IReadOnlyList<int> Train, IReadOnlyList<int> Validation, IReadOnlyList<int> Test)
{
    /// <summary>Files named <c>{label}_{speaker}_{index}</c> with an index up to this one are the test, as the makers of spoken-digits have it.</summary>
    public const int LastTestIndex = 4;

    private const double TestShare = 0.2, ValidationShare = 0.1;

    public override string ToString() => $"{Train.Count} sounds to train, {Validation.Count} to validate, {Test.Count} to test";

    /// <summary>Deals the sounds of every class: the test by the files' numbers where they have some, by lot otherwise; the rest by lot.</summary>
    /// <exception cref="DemoException">A class has too few sounds for a part.</exception>
    public static Split Deal(IReadOnlyList<int> labels, IReadOnlyList<int>? indices, IReadOnlyList<string> classes, int seed)
    {
        var (train, validation, test) = (new List<int>(), new List<int>(), new List<int>());
        for (var label = 0; label < classes.Count; label++)
        {
            var positions = Enumerable.Range(0, labels.Count).Where(i => labels[i] == label).ToArray();
            new Random(HashCode(seed, label)).Shuffle(positions);
            int[] tested = indices is null
                ? positions[..Part(positions.Length, TestShare)]
                : [.. positions.Where(i => indices[i] <= LastTestIndex)];
            var rest = positions.Except(tested).ToArray();
            if (tested.Length == 0 || rest.Length < 2)
            {
                throw new DemoException(
                    $"The class '{classes[label]}' has {positions.Length} sound(s), {tested.Length} of them to test; it takes three at least, "
                    + "one to train, one to validate, one to test" + (indices is null ? "." : $", the last with an index up to {LastTestIndex} in its name."));
            }

            var validated = Part(rest.Length, ValidationShare);
            test.AddRange(tested.Order());
            validation.AddRange(rest[..validated]);
            train.AddRange(rest[validated..]);
        }

        return new Split(train, validation, test);
    }

    private static int Part(int count, double share) => Math.Clamp((int)Math.Round(count * share), 1, Math.Max(count - 1, 1));

    // System.HashCode differs from process to process.
    private static int HashCode(int seed, int label) => unchecked((seed * 7919) + label);
}
