using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit.Traced;

/// <summary>Convolutions with group normalization and GELU over raw sound, as wav2vec's feature extractor, then the mean over time.</summary>
internal sealed class SoundNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Sequential layers = nn.Sequential(
        ("0", nn.Conv1d(1, 8, 10, stride: 5, bias: false)), ("1", nn.GroupNorm(4, 8)), ("2", nn.GELU()), ("3", nn.Conv1d(8, 12, 3, stride: 2)),
        ("4", nn.GroupNorm(3, 12)), ("5", nn.GELU()));

    private readonly Linear head = nn.Linear(12, 5);

    public SoundNetwork()
        : base(nameof(SoundNetwork)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        var x = layers.call(input.unsqueeze(1)).transpose(1, 2);
        var (batch, frames, channels) = (x.shape[0], x.shape[1], x.shape[2]);
        return head.call(x.reshape(batch * frames, channels)).view(batch, frames, -1).sum(1) / frames;
    }
}
