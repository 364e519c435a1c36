using System.Runtime.ExceptionServices;

namespace Lightning;

// A loop's state in files that Python's torch.load opens, and back.
public sealed partial class Fabric
{
    /// <summary>
    /// Writes a state: the file is written aside, flushed, renamed, and every part has its checksum. Every process calls it, the first one writes, and all
    /// learn whether that went well.
    /// </summary>
    /// <remarks>Under "16-mixed" the loss's scale goes along under the precision's class name, and <see cref="load"/> takes it back.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="state">
    /// Modules, optimizers, schedulers, data loaders and <see cref="IStateful"/>s, which are kept by their state dictionaries, and plain values: numbers,
    /// text, tensors, lists and dictionaries.
    /// </param>
    /// <param name="filter">For names of the state, which entries of its dictionary to keep; default all.</param>
    /// <exception cref="IOException">It could not be written, here or on the first process.</exception>
    /// <exception cref="KeyNotFoundException">The filter names something that is not in the state.</exception>
    public void save(string path, IReadOnlyDictionary<string, object?> state, IReadOnlyDictionary<string, Func<string, object?, bool>>? filter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(state);
        RequireLaunched();
        if (filter?.Keys.FirstOrDefault(name => !state.ContainsKey(name)) is { } unknown)
        {
            throw new KeyNotFoundException($"fabric.save: the filter names \"{unknown}\", which is not in the state.");
        }

        Settle();
        Exception? failure = null;
        if (is_global_zero)
        {
            try
            {
                Write(path, state, filter);
            }
            catch (Exception exception)
            {
                // The others wait for word, which comes first.
                failure = exception;
            }
        }

        var problem = world_size == 1 ? failure?.Message : strategy.broadcast(failure?.Message);
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (problem is not null)
        {
            throw new IOException($"The first process could not write {path}: {problem}");
        }
    }

    /// <summary>Puts a saved state back: into the modules, optimizers and others of <paramref name="state"/>, and in the place of its plain values.</summary>
    /// <remarks>Plain values of the type int or float keep it. With a <see cref="Generator"/> of one's own, save and restore <c>get_state()</c>.</remarks>
    /// <param name="path">The file, this library's or Python's.</param>
    /// <param name="state">The same names as were saved; null reads everything and puts nothing back.</param>
    /// <param name="strict">Whether every name has to be in the file, and modules have to fit exactly; default true.</param>
    /// <returns>What the file holds beside.</returns>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="KeyNotFoundException"><paramref name="strict"/>, and the file lacks a name; nothing was changed then.</exception>
    /// <exception cref="MisconfigurationException">The file is no checkpoint, or holds something else under a name.</exception>
    public Dictionary<string, object?> load(string path, IDictionary<string, object?>? state = null, bool strict = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RequireLaunched();
        strategy.barrier();
        var content = _checkpointIO.load_checkpoint(path, torch.CPU);
        if (state is null)
        {
            return content;
        }

        if (strict && state.Keys.FirstOrDefault(name => !content.ContainsKey(name)) is { } missing)
        {
            throw new KeyNotFoundException(
                $"{path} holds no \"{missing}\", but {string.Join(", ", content.Keys.Select(name => $"\"{name}\""))}. Pass strict: false to load what is there.");
        }

        foreach (var (name, target) in state.ToArray())
        {
            if (content.Remove(name, out var saved))
            {
                state[name] = FabricState.Load(path, name, target, saved, strict);
            }
        }

        Settle();
        if (content.Remove(precision.GetType().Name, out var scale))
        {
            precision.load_state_dict(scale as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>());
        }

        return content;
    }

    /// <summary>Reads a file that holds one module's weights, in any of the formats that <c>module.load</c> knows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="obj">The module, set up or not.</param>
    /// <param name="strict">Whether the names must be exactly the module's; default true.</param>
    public void load_raw(string path, torch.nn.Module obj, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(obj);
        RequireLaunched();
        ((obj as IFabricModule)?.original ?? obj).load(path, strict);
    }

    /// <summary>Reads a file that holds one optimizer's state dictionary.</summary>
    /// <param name="path">The file.</param>
    /// <param name="obj">The optimizer, set up or not.</param>
    /// <exception cref="MisconfigurationException">The file holds something else.</exception>
    public void load_raw(string path, torch.optim.Optimizer obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        RequireLaunched();
        obj.load_state_dict(CheckpointFile.ReadContent(path));
    }

    private void Write(string path, IReadOnlyDictionary<string, object?> state, IReadOnlyDictionary<string, Func<string, object?, bool>>? filter)
    {
        var content = FabricState.Save(state, filter);
        if (precision.state_dict() is { Count: > 0 } scale && !content.TryAdd(precision.GetType().Name, scale))
        {
            throw new ArgumentException($"fabric.save: the state has \"{precision.GetType().Name}\", under which the precision's own is kept. Choose another name.", nameof(state));
        }

        _checkpointIO.save_checkpoint(content, path);
    }
}
