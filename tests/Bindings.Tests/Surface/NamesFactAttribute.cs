using TorchSharp;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>A test of dimensions with names; skipped where libtorch has dropped them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamesFactAttribute : FactAttribute
{
    public NamesFactAttribute()
    {
        try
        {
            torch.zeros([1], names: ["N"]).Dispose();
        }
        catch (OperatorNotFoundException error)
        {
            Skip = error.Message;
        }
    }
}
