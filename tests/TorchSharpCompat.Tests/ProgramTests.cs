namespace TorchSharpCompat.Tests;

/// <summary>The programs run from their entry points, on data that they make and clear away.</summary>
public class ProgramTests
{
    [Fact]
    public void Programs_end_well()
    {
        Assert.Equal(0, TextClassification.Program.Main(["--epochs", "1"]));
        Assert.Equal(0, WordLanguageModel.Program.Main(["--epochs", "1"]));
        Assert.Equal(0, TorchScript.Program.Main([]));
    }
}
