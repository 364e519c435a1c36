using SoundClassification.Sounds;
using TorchSharp;

namespace SoundClassification.Tests.Sounds;
public class SoundFolderTests
{
    [Fact]
    public void Sounds_are_written_once_and_left_for_the_next_run()
    {
        using var root = new TemporaryFolder();

        var folder = SoundFolder.Synthesize(root.Path, perClass: 10, seed: 1, fresh: false);

        var files = Directory.GetFiles(folder, "*.wav", SearchOption.AllDirectories);
        Assert.Equal(10 * Catalogue.All.Count, files.Length);
        var about = torchaudio.info(files[0]);
        Assert.Equal((Voice.Rate, Studio.Length, 1, 16), (about.sample_rate, about.num_frames, about.num_channels, about.bits_per_sample));
        Assert.Single(Directory.GetDirectories(root.Path));

        var written = File.GetLastWriteTimeUtc(files[0]);
        Assert.Equal(folder, SoundFolder.Synthesize(root.Path, 10, 1, fresh: false));
        Assert.Equal(written, File.GetLastWriteTimeUtc(files[0]));
        File.Delete(files[0]);
        SoundFolder.Synthesize(root.Path, 10, 1, fresh: false);
        Assert.True(File.Exists(files[0]));
    }
}
