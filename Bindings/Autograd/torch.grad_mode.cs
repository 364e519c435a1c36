using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Records nothing on this thread until the result is disposed (torch.no_grad).</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Records, or not, on this thread until the result is disposed (torch.enable_grad).</summary>
    /// <param name="enabled">Whether to record.</param>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Records, or not, on this thread until the result is disposed (torch.set_grad_enabled).</summary>
    /// <param name="mode">Whether to record.</param>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Whether this thread records operations (torch.is_grad_enabled).</summary>
    public static bool is_grad_enabled() => NativeMethods.tl_grad_mode() != 0;

    /// <summary>
    /// Records nothing and tracks no versions or views on this thread until the result is disposed; tensors made meanwhile can
    /// never be differentiated (torch.inference_mode).
    /// </summary>
    /// <param name="mode">False leaves an inference mode around.</param>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether this thread is in inference mode (torch.is_inference_mode_enabled).</summary>
    public static bool is_inference_mode_enabled() => NativeMethods.tl_inference_mode() != 0;
}
