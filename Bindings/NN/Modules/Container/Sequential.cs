using System.Runtime.CompilerServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Modules in a row: each gets the result of the one before. Named by number unless names are given. Python's <c>torch.nn.Sequential</c>.
/// </summary>
/// <remarks>
/// A tensor between two layers of this library that have no hooks is disposed as soon as the second has run; autograd keeps what it needs. What goes
/// in or out of any other module is left alone, since that module may keep it.
/// </remarks>
public class Sequential : Module<Tensor, Tensor>
{
    private readonly List<Module<Tensor, Tensor>> _modules = [];
    private readonly bool _owning = true;

    /// <summary>A row of named modules.</summary>
    protected internal Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
        {
            Add(name, module);
        }
    }

    /// <summary>A row of modules named by number.</summary>
    protected internal Sequential(params Module<Tensor, Tensor>[] modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules)
        {
            Add($"{Count}", module);
        }
    }

    // A part of another row: the modules stay that row's.
    private Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> part)
        : base(nameof(Sequential))
    {
        _owning = false;
        foreach (var (name, module) in part)
        {
            Add(name, module);
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>The module at a place; negative numbers count from the end.</summary>
    [IndexerName("SequentialItems")]
    public Module<Tensor, Tensor> this[int index] => _modules[index < 0 ? index + Count : index];

    /// <summary>A part of the row. It shares its modules with this one, which goes on owning them.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    /// <inheritdoc cref="this[ValueTuple{int?, int?}]"/>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index]
    {
        get
        {
            var (start, length) = index.GetOffsetAndLength(Count);
            return Slice(start, start + length);
        }
    }

    /// <inheritdoc/>
    public override void train(bool on = true) => base.train(on);

    /// <summary>The buffers with their paths, each once. Python's <c>named_buffers</c>.</summary>
    /// <param name="recurse">Whether those of the modules inside count.</param>
    /// <param name="include_persistent">Whether those count that no state dictionary holds.</param>
    public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) =>
        base.named_buffers(recurse, include_persistent);

    /// <summary>Adds a module under a name.</summary>
    /// <returns>This row.</returns>
    public Sequential append(string name, IModule<Tensor, Tensor> module)
    {
        Add(name, AsModule(module));
        return this;
    }

    /// <summary>Adds a module under the next number.</summary>
    /// <returns>This row.</returns>
    public Sequential append(IModule<Tensor, Tensor> module) => append($"{Count}", module);

    /// <summary>Adds the modules of another row, under the next numbers. They belong to both; dispose one of the two. Python's <c>extend</c>.</summary>
    /// <returns>This row.</returns>
    public Sequential extend(IEnumerable<IModule<Tensor, Tensor>> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
        {
            append(module);
        }

        return this;
    }

    /// <summary>Puts a module at a place; all are named by number afterwards. Python's <c>insert</c>.</summary>
    /// <param name="index">The place, within [-Count, Count]; negative ones count from the end.</param>
    /// <param name="module">The module.</param>
    /// <returns>This row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Sequential insert(int index, IModule<Tensor, Tensor> module)
    {
        if (index < -Count || index > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"A row of {Count} modules has no such place.");
        }

        _modules.Insert(index < 0 ? index + Count : index, AsModule(module));
        Renumber();
        return this;
    }

    /// <summary>Takes the module at a place out and gives it to the caller; the others are named by number afterwards. Python's <c>pop</c>.</summary>
    /// <param name="index">The place; negative ones count from the end.</param>
    public Module<Tensor, Tensor> pop(int index)
    {
        var module = this[index];
        _modules.RemoveAt(index < 0 ? index + Count : index);
        Renumber();
        return module;
    }

    /// <summary>Runs the modules one after the other.</summary>
    public override Tensor forward(Tensor tensor)
    {
        if (_modules.Count == 0)
        {
            return functional.Again(tensor);
        }

        var current = tensor;
        var disposable = false;
        for (var i = 0; i < _modules.Count; i++)
        {
            var module = _modules[i];
            var next = module.call(current);
            var keepsNothing = KeepsNothing(module);
            if (disposable && keepsNothing && !ReferenceEquals(next, current))
            {
                current.Dispose();
            }

            disposable = keepsNothing && !ReferenceEquals(next, tensor);
            current = next;
        }

        return current;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_owning)
        {
            base.Dispose(disposing);
        }
    }

    /// <summary>Whether a module surely holds neither its input nor its result when it returns.</summary>
    private static bool KeepsNothing(Module<Tensor, Tensor> module) => !module.HasHooks
        && (module.GetType() == typeof(Sequential)
            ? ((Sequential)module)._modules.TrueForAll(KeepsNothing)
            : module.GetType().Assembly == typeof(Sequential).Assembly);

    private static Module<Tensor, Tensor> AsModule(IModule<Tensor, Tensor> module) =>
        module as Module<Tensor, Tensor> ?? throw new ArgumentException("A row holds modules from tensor to tensor.", nameof(module));

    private void Add(string name, Module<Tensor, Tensor> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        register_module(name, module);
        _modules.Add(module);
    }

    private void Renumber()
    {
        ClearModules();
        for (var i = 0; i < _modules.Count; i++)
        {
            register_module($"{i}", _modules[i]);
        }
    }

    private Sequential Slice(int start, int end)
    {
        if (start < 0 || end < start || end > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"The part [{start}, {end}) is not within {Count} modules.");
        }

        return new Sequential(_internal_submodules.Skip<(string name, Module module)>(start).Take(end - start)
            .Select(child => (child.name, (Module<Tensor, Tensor>)child.module)));
    }
}
