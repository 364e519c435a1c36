using TorchSharp;
using TorchSharp.Audio.Tests;
using static TorchSharp.torch;

namespace Audio.Tests.Datasets;

/// <summary>Sounds sorted into classes.</summary>
public sealed class AudioFolderTests : IDisposable
{
    private readonly TemporaryFolder tree = new();

    public void Dispose() => tree.Dispose();

    // Stands for a sound: as many frames as the file has bytes.
    private static (Tensor, int) Length(string path) => (torch.zeros(1, new FileInfo(path).Length), 8000);

    private void Put(params string[] names)
    {
        foreach (var name in names)
        {
            tree.Put(name, new byte[name.Length]);
        }
    }

    [Fact]
    public void FoldersAreClassesInOrdinalOrder()
    {
        Put("zebra/1.wav", "Ape/b.wav", "Ape/B.FLAC", "Ape/10.ogg", "Ape/9.mp3", "Ape/sub/1.wav", "Ape/note.txt", "stray.wav");
        using var data = torchaudio.datasets.AudioFolder(tree.Path, Length);
        Assert.Equal(["Ape", "zebra"], data.classes);
        Assert.Equal(1, data.class_to_idx["zebra"]);
        Assert.Equal(
            ["Ape/10.ogg", "Ape/9.mp3", "Ape/B.FLAC", "Ape/b.wav", "Ape/sub/1.wav", "zebra/1.wav"],
            data.samples.Select(sample => Path.GetRelativePath(tree.Path, sample.path).Replace('\\', '/')));
        Assert.Equal([0, 0, 0, 0, 0, 1], data.targets);
        var (waveform, rate, label) = data.GetTensor(5);
        using (waveform)
        {
            Assert.Equal([1L, "zebra/1.wav".Length], waveform.shape);
        }
        Assert.Equal((8000, 1L), (rate, label));
    }

    [Fact]
    public void NamesMayTellTheClass()
    {
        Put("7_george_0.wav", "0_george_1.wav", "more/0_jackson_0.wav", "readme.wav");
        using var data = torchaudio.datasets.AudioFolder(
            tree.Path, Length, class_of: path => char.IsAsciiDigit(Path.GetFileName(path)[0]) ? Path.GetFileName(path)[..1] : null);
        Assert.Equal(["0", "7"], data.classes);
        Assert.Equal(["0_george_1.wav", "0_jackson_0.wav", "7_george_0.wav"], data.samples.Select(sample => Path.GetFileName(sample.path)));
    }

    [Fact]
    public void SoundsAreLoadedByTorchaudio()
    {
        DatasetGoldens.Put("yesno", tree);
        using var data = torchaudio.datasets.AudioFolder(tree.Path);
        Assert.Equal(["elsewhere", "waves_yesno"], data.classes);
        var sample = DatasetGoldens.Case("yesno", "another folder").GetProperty("samples")[0];
        var (waveform, rate, label) = data.GetTensor(0);
        using (waveform)
        {
            DatasetGoldens.AssertWaveform(sample, waveform);
        }
        Assert.Equal((8000, 0L), (rate, label));
    }

    [Fact]
    public void BadInputIsNamed()
    {
        Assert.Contains(tree.File("none"), Assert.Throws<DirectoryNotFoundException>(() => torchaudio.datasets.AudioFolder(tree.File("none"))).Message);
        Put("stray.wav");
        Assert.Contains("no sounds", Assert.Throws<FileNotFoundException>(() => torchaudio.datasets.AudioFolder(tree.Path)).Message);
        Put("full/1.wav", "void/readme.txt");
        Assert.Contains("void", Assert.Throws<FileNotFoundException>(() => torchaudio.datasets.AudioFolder(tree.Path)).Message);
        Put("void/1.wav");
        using var data = torchaudio.datasets.AudioFolder(tree.Path);
        var error = Assert.Throws<InvalidDataException>(() => data.GetTensor(0));
        Assert.Contains(tree.File(Path.Combine("full", "1.wav")), error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.GetTensor(2));
    }

    [SharedDataFact("spoken-digits")]
    public void SpokenDigitsAreReadWhole()
    {
        using var data = torchaudio.datasets.AudioFolder(Repository.Data("spoken-digits")!, class_of: path => path[..1]);
        Assert.Equal(3000, data.Count);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], data.classes);
        Assert.All(data.targets.GroupBy(label => label), group => Assert.Equal(300, group.Count()));
        var (waveform, rate, _) = data.GetTensor(2999);
        using (waveform)
        {
            Assert.Equal(8000, rate);
            Assert.True(waveform.shape[1] > 1000);
        }
    }
}
