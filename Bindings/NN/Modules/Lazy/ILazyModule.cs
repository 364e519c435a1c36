using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A layer that learns a size from its first input: until then its parameters have no shape, and using them is an error. Python's lazy modules.
/// </summary>
/// <remarks>
/// The parameters are the same objects before and after, so what was built on them (an optimizer, a parent module) goes on with them. A state
/// dictionary gives them their shapes as well.
/// </remarks>
public interface ILazyModule
{
    /// <summary>Whether some parameters or buffers have no shape yet.</summary>
    bool has_uninitialized_params();

    /// <summary>Gives the parameters their shapes, from an input, and draws them.</summary>
    /// <param name="input">The input of the first call.</param>
    void initialize_parameters(Tensor input);

    /// <summary>Whether one of these has no shape yet.</summary>
    internal static bool AnyOf(params ReadOnlySpan<Tensor?> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor is IUninitialized { is_uninitialized: true })
            {
                return true;
            }
        }

        return false;
    }
}
