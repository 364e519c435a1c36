namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains: registered under a name, listed by <c>parameters()</c> and moved with its module. Python's <c>torch.nn.Parameter</c>.</summary>
public sealed partial class Parameter : torch.Tensor
{
    /// <summary>
    /// Makes a parameter of a tensor and takes that tensor's storage over: the tensor given is empty-handed (disposed) afterwards. A tensor that was
    /// computed from others is detached from them first, as Python does.
    /// </summary>
    /// <param name="data">The values.</param>
    /// <param name="requires_grad">Whether gradients are collected; default true.</param>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(TakeOver(data))
    {
        this.requires_grad = requires_grad;
    }
}
