namespace TorchSharpCompat.Tests;

/// <summary>
/// The programs written for TorchSharp learn: losses fall, and what was held back is told right. They draw from the process's one generator, so they
/// do not run beside each other.
/// </summary>
public sealed class TrainingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Mnist_recognizes_digits_also_after_saving_and_loading()
    {
        Mnist.DrawnDigits.Write(folder.Path);
        var training = new Mnist.Training(folder.Path);
        training.Run(2);

        Assert.True(training.Losses[1] < 0.8 * training.Losses[0], string.Join(", ", training.Losses));
        Assert.True(training.Accuracy > 0.8, $"{training.Accuracy}");
        Assert.Equal(training.Accuracy, training.AccuracyReadBack);
    }

    [Fact]
    public void Cifar10_tells_things_apart()
    {
        Cifar10.DrawnThings.Write(folder.Path);
        var training = new Cifar10.Training(folder.Path);
        training.Run(2);

        Assert.True(training.Losses[1] < 0.6 * training.Losses[0], string.Join(", ", training.Losses));
        Assert.True(training.Accuracy > 0.8, $"{training.Accuracy}");
    }

    [Fact]
    public void The_word_language_model_learns_what_follows()
    {
        WordLanguageModel.MadeText.Write(folder.Path);
        var training = new WordLanguageModel.Training(folder.Path);
        training.Run(2);

        Assert.Equal(40, training.Words);
        Assert.True(training.Losses[1] < 0.7 * training.Losses[0], string.Join(", ", training.Losses));
        Assert.True(training.Perplexity < 2.5, $"{training.Perplexity}");
    }

    [Fact]
    public void Text_classification_sorts_news()
    {
        TextClassification.MadeNews.Write(folder.Path);
        var training = new TextClassification.Training(folder.Path);
        training.Run(2);

        Assert.True(training.Losses[1] < 0.5 * training.Losses[0], string.Join(", ", training.Losses));
        Assert.True(training.Accuracy > 0.95, $"{training.Accuracy}");
    }
}
