using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The hooks of one module around its state dictionary.</summary>
internal sealed class StateDictHooks
{
    /// <summary>Run before the module's state is put into a dictionary.</summary>
    public HookList<Action<nn.Module, string>> BeforeSave { get; } = new();

    /// <summary>Run when the module's state, and that of the modules below it, is in the dictionary.</summary>
    public HookList<Action<nn.Module, Dictionary<string, Tensor>, string>> AfterSave { get; } = new();

    /// <summary>Run before a dictionary is loaded.</summary>
    public HookList<Action<nn.Module, Dictionary<string, Tensor>, string>> BeforeLoad { get; } = new();

    /// <summary>Run when a dictionary has been loaded.</summary>
    public HookList<Action<nn.Module, nn.IncompatibleKeys>> AfterLoad { get; } = new();

    /// <summary>The same hooks for a copy of the module.</summary>
    public StateDictHooks Copy()
    {
        var copy = new StateDictHooks();
        copy.BeforeSave.AddAll(BeforeSave);
        copy.AfterSave.AddAll(AfterSave);
        copy.BeforeLoad.AddAll(BeforeLoad);
        copy.AfterLoad.AddAll(AfterLoad);
        return copy;
    }
}
