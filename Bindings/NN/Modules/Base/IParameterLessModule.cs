using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Marks modules that have no parameters, buffers or children.</summary>
public interface IParameterLessModule
{
    internal static InvalidOperationException Refusal(nn.Module module) =>
        new($"{module.TypeName} has no parameters, buffers or children of its own, and none can be registered with it.");
}
