using System.Collections.Concurrent;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Transforms;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace SoundClassification.Training;

/// <summary>Sounds of one channel, one rate and one length: shorter ones lie in silence, longer ones are cut.</summary>
/// <param name="sounds">The files.</param>
/// <param name="shape">Rate and length.</param>
/// <param name="anywhere">Whether a sound is moved by chance within its length, as in training; or else centred.</param>
internal sealed class SoundClips(AudioFolder sounds, SoundShape shape, bool anywhere) : Dataset<(Tensor sound, Tensor label)>
{
    private readonly ConcurrentDictionary<int, Resample> _resamplers = [];

    public override long Count => sounds.Count;

    /// <summary>[frames] and the class's number.</summary>
    public override (Tensor sound, Tensor label) GetTensor(long index)
    {
        var (waveform, rate, label) = sounds.GetTensor(index);
        using var whole = waveform;
        var resample = rate == shape.SampleRate ? null : _resamplers.GetOrAdd(rate, from => torchaudio.transforms.Resample(from, shape.SampleRate));
        using var scope = NewDisposeScope();
        var sound = waveform.mean([0L]);
        return (Place(resample?.call(sound) ?? sound).MoveToOuterDisposeScope(), tensor(label).MoveToOuterDisposeScope());
    }

    private Tensor Place(Tensor sound)
    {
        var spare = shape.Frames - sound.shape[0];
        var room = Math.Abs(spare);
        var start = anywhere && room > 0 ? randint(room + 1, [1]).item<long>() : room / 2;
        return spare >= 0 ? nn.functional.pad(sound, [start, spare - start]) : sound.narrow(0, start, shape.Frames).clone();
    }
}
