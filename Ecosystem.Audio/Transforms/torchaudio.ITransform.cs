using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>A module from sound, or what was computed of it, to the same.</summary>
    public interface ITransform : nn.IModule<Tensor, Tensor>
    {
    }
}
