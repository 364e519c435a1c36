using System.Formats.Tar;
using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;

namespace Audio.Tests.Datasets;

/// <summary>Speech Commands as torchaudio reads it.</summary>
public sealed class SpeechCommandsTests : IDisposable
{
    private readonly TemporaryFolder tree = new();

    public static TheoryData<string> Names { get; } = [.. DatasetGoldens.Names("speech")];

    public void Dispose() => tree.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void SamplesAreTheOracles(string name)
    {
        DatasetGoldens.Put("speech", tree);
        var golden = DatasetGoldens.Case("speech", name);
        using var data = torchaudio.datasets.SPEECHCOMMANDS(
            tree.Path, DatasetGoldens.Argument(golden, "url", "speech_commands_v0.02")!,
            DatasetGoldens.Argument(golden, "folder_in_archive", "SpeechCommands")!, subset: DatasetGoldens.Argument(golden, "subset", null));
        var samples = golden.GetProperty("samples").EnumerateArray().ToArray();

        Assert.Equal(samples.Select(sample => sample.GetProperty("path").GetString()), Paths(data));
        for (var n = 0; n < samples.Length; n++)
        {
            var (waveform, rate, label, speaker, number) = data.GetTensor(n);
            using (waveform)
            {
                DatasetGoldens.AssertWaveform(samples[n], waveform);
            }
            Assert.Equal(samples[n].GetProperty("rate").GetInt32(), rate);
            Assert.Equal(samples[n].GetProperty("label").GetString(), label);
            Assert.Equal(samples[n].GetProperty("speaker").GetString(), speaker);
            Assert.Equal(samples[n].GetProperty("number").GetInt32(), number);
            Assert.Equal((rate, label, speaker, number), (data.get_metadata(n).sample_rate, data.get_metadata(n).label,
                data.get_metadata(n).speaker_id, data.get_metadata(n).utterance_number));
        }
    }

    [Fact]
    public void CodeForTorchSharpSeesItsTypes()
    {
        DatasetGoldens.Put("speech", tree);
        using utils.data.Dataset<torchaudio.datasets.SpeechCommandsDatasetItem> data = torchaudio.datasets.SPEECHCOMMANDS(tree.Path, subset: "testing");
        torchaudio.datasets.SpeechCommandsDatasetItem item = data.GetTensor(0);
        using (item.waveform)
        {
            Assert.Equal((16000, "Up", "0a7c2a8d", 0), (item.sample_rate, item.label, item.speaker_id, item.utterance_number));
        }
    }

    [Fact]
    public void ArchiveIsDownloadedUnpackedAndUsed()
    {
        DatasetGoldens.Put("speech", tree);
        var source = tree.File("source/speech_commands_v0.02.tar.gz");
        Directory.CreateDirectory(Path.GetDirectoryName(source)!);
        using (var gzip = new GZipStream(File.Create(source), CompressionLevel.Fastest))
        {
            TarFile.CreateFromDirectory(tree.File("SpeechCommands/speech_commands_v0.02"), gzip, includeBaseDirectory: false);
        }
        var root = tree.File("fresh");
        Directory.CreateDirectory(root);
        var url = new Uri(source).AbsoluteUri;
        Assert.Throws<DirectoryNotFoundException>(() => torchaudio.datasets.SPEECHCOMMANDS(root, url));

        using var data = torchaudio.datasets.SPEECHCOMMANDS(root, url, download: true);

        using var original = torchaudio.datasets.SPEECHCOMMANDS(tree.Path);
        Assert.Equal(Paths(original), Paths(data));
        Assert.Equal(["speech_commands_v0.02"], Directory.GetDirectories(Path.Combine(root, "SpeechCommands")).Select(path => Path.GetFileName(path)));
        File.Delete(source);
        using var again = torchaudio.datasets.SPEECHCOMMANDS(root, url, download: true);
        Assert.Equal(data.Count, again.Count);
    }

    [Fact]
    public void BrokenArchiveLeavesNoFolderThatLooksWhole()
    {
        tree.Put("speech_commands_v0.02.tar.gz", [0x1f, 0x8b, 8, 0, 1, 2, 3]);
        Assert.Throws<ArchiveException>(() => torchaudio.datasets.SPEECHCOMMANDS(tree.Path, download: true));
        Assert.False(Directory.Exists(tree.File("SpeechCommands/speech_commands_v0.02")));
    }

    [Fact]
    public void BadInputIsNamed()
    {
        Assert.Contains("SpeechCommands", Assert.Throws<DirectoryNotFoundException>(() => torchaudio.datasets.SPEECHCOMMANDS(tree.Path)).Message);
        DatasetGoldens.Put("speech", tree);
        Assert.Throws<ArgumentException>(() => torchaudio.datasets.SPEECHCOMMANDS(tree.Path, subset: "train"));
        File.Delete(tree.File("SpeechCommands/speech_commands_v0.02/testing_list.txt"));
        Assert.Contains("testing_list.txt", Assert.Throws<FileNotFoundException>(() => torchaudio.datasets.SPEECHCOMMANDS(tree.Path, subset: "training")).Message);
        using var data = torchaudio.datasets.SPEECHCOMMANDS(tree.Path);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.GetTensor(data.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.GetTensor(-1));
    }

    [Fact]
    public void AnotherSampleRateIsRefused()
    {
        DatasetGoldens.Put("yesno", tree);
        var sound = File.ReadAllBytes(tree.File("waves_yesno/1_0.wav"));
        tree.Put("SpeechCommands/speech_commands_v0.02/yes/x_nohash_0.wav", sound);
        using var data = torchaudio.datasets.SPEECHCOMMANDS(tree.Path);
        Assert.Contains("8000", Assert.Throws<InvalidDataException>(() => data.GetTensor(0)).Message);
        tree.Put("SpeechCommands/speech_commands_v0.02/yes/x_nohash_y.wav", sound);
        using var odd = torchaudio.datasets.SPEECHCOMMANDS(tree.Path);
        Assert.Contains("x_nohash_y.wav", Assert.Throws<FormatException>(() => odd.get_metadata(1)).Message);
    }

    private static IEnumerable<string> Paths(TorchSharp.Modules.SPEECHCOMMANDS data) =>
        Enumerable.Range(0, (int)data.Count).Select(n => data.get_metadata(n).path.Replace('\\', '/'));
}
