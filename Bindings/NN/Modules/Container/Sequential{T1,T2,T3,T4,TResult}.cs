using System.Runtime.CompilerServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// A row of modules of any types: a subclass says in <c>forward</c> how a result becomes the next one's input. It names them by number unless names
/// are
/// given.
/// </summary>
/// <typeparam name="T1">The type of the first input.</typeparam>
/// <typeparam name="T2">The type of the second input.</typeparam>
/// <typeparam name="T3">The type of the third input.</typeparam>
/// <typeparam name="T4">The type of the fourth input.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class Sequential<T1, T2, T3, T4, TResult> : Module<T1, T2, T3, T4, TResult>
{
    /// <summary>A row of named modules.</summary>
    protected Sequential(params (string name, Module submodule)[] modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    /// <summary>A row of modules named by number.</summary>
    protected Sequential(params Module[] modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => _internal_submodules.Count;

    /// <summary>The module at a place.</summary>
    [IndexerName("SequentialItems")]
    public Module this[int index] => _internal_submodules[index].Item2;

    /// <summary>A part of the row.</summary>
    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    /// <summary>A part of the row.</summary>
    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    /// <inheritdoc/>
    public override void train(bool on = true) => base.train(on);

    /// <summary>The buffers with their paths, each once. Python's <c>named_buffers</c>.</summary>
    /// <param name="recurse">Whether those of the modules inside count.</param>
    /// <param name="include_persistent">Whether those count that no state dictionary holds.</param>
    public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) =>
        base.named_buffers(recurse, include_persistent);

    /// <summary>Adds a module under a name.</summary>
    /// <returns>This row.</returns>
    public Sequential<T1, T2, T3, T4, TResult> append(string name, Module module)
    {
        Add(name, module);
        return this;
    }

    /// <summary>Adds a module under the next number.</summary>
    /// <returns>This row.</returns>
    public Sequential<T1, T2, T3, T4, TResult> append(Module module)
    {
        Add(module);
        return this;
    }

    /// <summary>Adds a module under a name.</summary>
    protected void Add(string name, Module sm)
    {
        ArgumentNullException.ThrowIfNull(sm);
        register_module(name, sm);
    }

    /// <summary>Adds a module under the next number.</summary>
    protected void Add(Module module) => Add($"{Count}", module);

    /// <summary>Makes the part [start, end) of the row; only a subclass knows how to make its kind.</summary>
    /// <exception cref="NotSupportedException">The subclass does not override this.</exception>
    protected virtual Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end) =>
        throw new NotSupportedException($"{GetType().Name} cannot be sliced: it does not override Slice.");
}
