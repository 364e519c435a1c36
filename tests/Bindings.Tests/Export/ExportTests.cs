using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Export;

public class ExportTests
{
    [Fact]
    public void A_program_that_cannot_be_run_says_what_to_do_instead()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Put("model.pt2", "x");
        Assert.Contains("torch.jit.load", Assert.Throws<TorchNotImplementedException>(() => export.load(file)).Message, StringComparison.Ordinal);
        Assert.Throws<TorchNotImplementedException>(() => export.load<Tensor>(file));
        Assert.Throws<FileNotFoundException>(() => export.load(folder.File("absent.pt2")));
    }
}
