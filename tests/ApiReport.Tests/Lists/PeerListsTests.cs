using Torchlight.ApiReport.Lists;

namespace ApiReport.Tests.Lists;

public class PeerListsTests
{
    private const string NamesHeader = "area\tmember\tkind\ttype\tassembly\toverloads\tmin_params\tmax_params";
    private const string SignaturesHeader = "assembly\ttype\ttypekind\tmember\tkind\tsignature\textends";

    [Fact]
    public void A_signature_takes_the_area_of_its_name_and_else_of_its_type()
    {
        PeerLists lists = PeerLists.Parse(
            [NamesHeader, "torch\tadd\tstatic method\ttorch\tTorchSharp\t2\t2\t3", "torch.cuda\tcuda\tstatic class\ttorch.cuda\tTorchSharp\t1\t\t"],
            [
                SignaturesHeader,
                "TorchSharp\ttorch\tstatic class\tadd\tstatic method\tTensor(Tensor left, Tensor right)\t",
                "TorchSharp\ttorch.cuda\tstatic class\tdevice_count\tstatic method\tint()\t",
                "TorchSharp\tSkiaSharp.SKColor\tstruct\tSKColor\ttype\t\t",
            ]);

        Assert.Equal(["torch", "torch.cuda", "outside of the areas"], lists.Signatures.Select(signature => signature.Area));
        Assert.Equal(new ListedName("torch", "torch", "add", "static method"), lists.Names[0]);
    }

    [Fact]
    public void A_short_row_is_named() => Assert.Contains(
        "torchsharp-api.tsv, line 2",
        Assert.Throws<InvalidDataException>(() => PeerLists.Parse([NamesHeader, "torch\tadd"], [SignaturesHeader])).Message);

    [Theory]
    [InlineData("torch", true)]
    [InlineData("TorchSharp core types", true)]
    [InlineData("torchvision.io", false)]
    [InlineData("torchaudio", false)]
    [InlineData("tensorboard protobuf messages (generated)", false)]
    public void Areas_of_other_libraries_do_not_count(string area, bool counts) => Assert.Equal(counts, PeerLists.IsCounted(area));

    [Fact]
    public void The_folder_is_looked_for_beside_the_repository_and_above()
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("lists");
        try
        {
            DirectoryInfo root = home.CreateSubdirectory("trees").CreateSubdirectory("one");
            Assert.NotEqual(Path.Combine(home.FullName, "shared", "reference"), PeerLists.FindFolder(root.FullName));

            DirectoryInfo reference = home.CreateSubdirectory("shared").CreateSubdirectory("reference");
            File.WriteAllText(Path.Combine(reference.FullName, PeerLists.NamesFile), NamesHeader);
            File.WriteAllText(Path.Combine(reference.FullName, PeerLists.SignaturesFile), SignaturesHeader);

            Assert.Equal(reference.FullName, PeerLists.FindFolder(root.FullName));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}
