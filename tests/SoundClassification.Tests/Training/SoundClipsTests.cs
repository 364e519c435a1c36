using SoundClassification.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SoundClassification.Tests.Training;

public class SoundClipsTests
{
    [Fact]
    public void Every_clip_has_one_channel_one_rate_and_one_length()
    {
        using var folder = new TemporaryFolder();
        folder.AddSound("a/short.wav", frames: 500);
        folder.AddSound("a/long.wav", frames: 9000);
        folder.AddSound("b/stereo.flac", frames: 20_000, rate: 44_100, channels: 2);
        using var scope = NewDisposeScope();
        var shape = new SoundShape(8000, 2000);
        foreach (var anywhere in new[] { false, true })
        {
            var clips = new SoundClips(torchaudio.datasets.AudioFolder(folder.Path), shape, anywhere);
            for (var i = 0; i < 3; i++)
            {
                var (sound, label) = clips.GetTensor(i);
                Assert.Equal([2000L], sound.shape);
                Assert.Equal(i / 2, label.item<long>());
            }
        }
    }

    [Fact]
    public void A_short_sound_lies_in_silence_in_the_middle_or_anywhere()
    {
        using var folder = new TemporaryFolder();
        folder.AddSound("a/1.wav", frames: 500);
        folder.AddSound("b/1.wav", frames: 500);
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        var sounds = torchaudio.datasets.AudioFolder(folder.Path);
        var (still, moved) = (new SoundClips(sounds, new SoundShape(8000, 2000), false), new SoundClips(sounds, new SoundShape(8000, 2000), true));

        var middle = still.GetTensor(0).sound;
        Assert.Equal(0, middle[..750].abs().sum().item<float>());
        Assert.Equal(0, middle[1250..].abs().sum().item<float>());
        var energies = Enumerable.Range(0, 5).Select(_ => moved.GetTensor(0).sound).ToArray();
        Assert.All(energies, sound => Assert.Equal(middle.sum().item<float>(), sound.sum().item<float>(), 1e-2));
        Assert.Contains(energies, sound => !sound.allclose(middle));
    }
}
