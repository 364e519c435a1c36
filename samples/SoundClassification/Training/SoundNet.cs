using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SoundClassification.Training;

/// <summary>From sounds, [batch, frames], to a score for each class: a spectrogram, a stem, three residual stages, the mean over time and frequency.</summary>
internal sealed class SoundNet : Module<Tensor, Tensor>
{
    private static readonly int[] Widths = [16, 32, 64];

    private readonly LogMel spectrogram;
    private readonly Sequential stem;
    private readonly Sequential stages;
    private readonly Dropout drop = Dropout(0.2);
    private readonly Linear fc;

    public SoundNet(SoundShape shape, int classes)
        : base(nameof(SoundNet))
    {
        spectrogram = new LogMel(shape);
        stem = Sequential(Conv2d(1, Widths[0], 3, stride: 2, padding: 1, bias: false), BatchNorm2d(Widths[0]), ReLU(inplace: true));
        stages = Sequential(
            ("stage1", new ResidualBlock(Widths[0], Widths[0], stride: 1)),
            ("stage2", new ResidualBlock(Widths[0], Widths[1], stride: 2)),
            ("stage3", new ResidualBlock(Widths[1], Widths[2], stride: 2)));
        fc = Linear(Widths[^1], classes);
        RegisterComponents();
    }

    /// <summary>The first step.</summary>
    public LogMel Spectrogram => spectrogram;

    public override Tensor forward(Tensor sound)
    {
        using var scope = NewDisposeScope();
        var seen = stages.call(stem.call(spectrogram.call(sound)));
        return fc.call(drop.call(seen.mean([2L, 3L]))).MoveToOuterDisposeScope();
    }
}
