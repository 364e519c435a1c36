using Reporting;
using TransferLearning.Pictures;

namespace TransferLearning.Training;

/// <summary>Which pictures train, which choose the best epoch, and which are kept for the last test; as positions in the image folder.</summary>
internal sealed record Split(IReadOnlyList<int> Train, IReadOnlyList<int> Validation, IReadOnlyList<int> Test)
{
    public override string ToString() => $"{Train.Count} pictures to train, {Validation.Count} to validate, {Test.Count} to test";

    /// <summary>
    /// Deals the pictures of every class in the same shares, shuffled by the seed; at least one picture of each class goes to each part.
    /// The same labels, shares and seed give the same split.
    /// </summary>
    /// <exception cref="DemoException">A class has fewer than three pictures.</exception>
    public static Split Stratified(IReadOnlyList<int> labels, IReadOnlyList<string> classes, double trainShare, double validationShare, int seed)
    {
        var (train, validation, test) = (new List<int>(), new List<int>(), new List<int>());
        for (var label = 0; label < classes.Count; label++)
        {
            var positions = Enumerable.Range(0, labels.Count).Where(i => labels[i] == label).ToArray();
            if (positions.Length < 3)
            {
                throw new DemoException(
                    $"The class '{classes[label]}' has {positions.Length} picture(s); it takes three at least, "
                    + "one to train, one to validate, one to test.");
            }

            var dice = new Dice((ulong)seed, Dice.Key(classes[label]));
            for (var i = positions.Length - 1; i > 0; i--)
            {
                var other = dice.Below(i + 1);
                (positions[i], positions[other]) = (positions[other], positions[i]);
            }

            var forTrain = Math.Clamp((int)Math.Round(positions.Length * trainShare), 1, positions.Length - 2);
            var forValidation = Math.Clamp((int)Math.Round(positions.Length * validationShare), 1, positions.Length - forTrain - 1);
            train.AddRange(positions[..forTrain]);
            validation.AddRange(positions[forTrain..(forTrain + forValidation)]);
            test.AddRange(positions[(forTrain + forValidation)..]);
        }

        return new Split(train, validation, test);
    }
}
