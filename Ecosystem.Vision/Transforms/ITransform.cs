namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>
    /// Something that turns one image into another. An image is a tensor of shape [..., C, H, W]; a batch is transformed as a whole.
    /// </summary>
    /// <remarks>
    /// The transforms of this library leave their input alone and return a tensor of its own, which the caller owns:
    /// where nothing changes it shares the input's memory, but disposing it never disposes the input.
    /// </remarks>
    public interface ITransform : torch.nn.IModule<torch.Tensor, torch.Tensor>
    {
    }
}
