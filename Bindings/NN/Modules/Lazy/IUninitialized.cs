using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor of a lazy module that may have no shape yet.</summary>
internal interface IUninitialized
{
    /// <summary>Whether it has no shape yet.</summary>
    bool is_uninitialized { get; }

    /// <summary>Gives it a shape.</summary>
    void Materialize(long[] shape);

    /// <summary>Says of what type it will be, and where.</summary>
    void Retarget(Device? device, ScalarType? dtype);

    /// <summary>What a use before its time meets.</summary>
    static InvalidOperationException Refusal(string kind) => new(
        $"This {kind} of a lazy module has no shape yet: call the module once with an input (a batch is enough), or load a state dictionary, before "
        + "anything reads it.");
}
