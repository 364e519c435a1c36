using System.Formats.Tar;
using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;

namespace Audio.Tests.Datasets;

/// <summary>YesNo as torchaudio reads it.</summary>
public sealed class YesnoTests : IDisposable
{
    private readonly TemporaryFolder tree = new();

    public YesnoTests() => DatasetGoldens.Put("yesno", tree);

    public static TheoryData<string> Names { get; } = [.. DatasetGoldens.Names("yesno")];

    public void Dispose() => tree.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void SamplesAreTheOracles(string name)
    {
        var golden = DatasetGoldens.Case("yesno", name);
        using utils.data.Dataset<torchaudio.datasets.YesnoDatasetItem> data =
            torchaudio.datasets.YESNO(tree.Path, folder_in_archive: DatasetGoldens.Argument(golden, "folder_in_archive", "waves_yesno")!);
        var samples = golden.GetProperty("samples").EnumerateArray().ToArray();
        Assert.Equal(samples.Length, data.Count);
        for (var n = 0; n < samples.Length; n++)
        {
            var (waveform, rate, labels) = data.GetTensor(n);
            using (waveform)
            {
                DatasetGoldens.AssertWaveform(samples[n], waveform);
            }
            Assert.Equal(samples[n].GetProperty("rate").GetInt32(), rate);
            Assert.Equal(samples[n].GetProperty("labels").EnumerateArray().Select(label => $"{label.GetInt32()}"), labels);
        }
    }

    [Fact]
    public void ArchiveIsDownloadedUnpackedAndUsed()
    {
        var source = tree.File("source.tar.gz");
        using (var gzip = new GZipStream(File.Create(source), CompressionLevel.Fastest))
        {
            TarFile.CreateFromDirectory(tree.File("waves_yesno"), gzip, includeBaseDirectory: true);
        }
        var root = tree.File("fresh");
        Assert.Throws<DirectoryNotFoundException>(() => torchaudio.datasets.YESNO(root));
        using var data = torchaudio.datasets.YESNO(root, new Uri(source).AbsoluteUri, download: true);
        Assert.Equal(4, data.Count);
        Assert.Equal(["source.tar.gz", "waves_yesno"], Directory.GetFileSystemEntries(root).Select(path => Path.GetFileName(path)).Order());
        Assert.Throws<DirectoryNotFoundException>(() =>
            torchaudio.datasets.YESNO(root, new Uri(source).AbsoluteUri, folder_in_archive: "other", download: true));
    }
}
