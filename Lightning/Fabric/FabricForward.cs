namespace Lightning;

/// <summary>What surrounds the forward passes of one module that was set up: number types, and the exchange with the other processes.</summary>
/// <remarks>It keeps nothing between two calls, so passes may run on any thread.</remarks>
internal sealed class FabricForward(Precision precision, IModuleReplica? replica)
{
    /// <summary>This process's copy among the others', or null where there is one process.</summary>
    internal IModuleReplica? Replica => replica;

    /// <summary>The input as the module takes it.</summary>
    internal T Input<T>(T input) => precision.convert_input(input);

    /// <summary>Opens a pass; the result, if there is one, ends what the precision began.</summary>
    internal IDisposable? Enter()
    {
        var context = precision.forward_context();
        try
        {
            replica?.BeforeForward();
            return context;
        }
        catch
        {
            context?.Dispose();
            throw;
        }
    }

    /// <summary>Closes a pass, inside of what <see cref="Enter"/> began.</summary>
    internal T Leave<T>(T result) => replica is null ? result : replica.AfterForward(result);

    /// <summary>The result as the caller takes it, outside again.</summary>
    internal T Output<T>(T result) => precision.convert_output(result);

    /// <summary>A whole pass.</summary>
    internal T Run<T>(Func<T> forward)
    {
        ArgumentNullException.ThrowIfNull(forward);
        T result;
        using (Enter())
        {
            result = Leave(forward());
        }

        return Output(result);
    }

    /// <summary>Gives a wrapper its module's own components under the same names, for what looks at registries rather than asking the module.</summary>
    internal static void Mirror(torch.nn.Module wrapper, torch.nn.Module module)
    {
        foreach (var (name, parameter) in module.named_parameters(recurse: false))
        {
            wrapper.register_parameter(name, parameter);
        }

        var kept = module.named_buffers(recurse: false, include_nonpersistent: false).Select(entry => entry.name).ToHashSet();
        foreach (var (name, buffer) in module.named_buffers(recurse: false))
        {
            wrapper.register_buffer(name, buffer, kept.Contains(name));
        }

        foreach (var (path, child) in module.named_modules("", remove_duplicate: false))
        {
            if (path.Length > 0 && !path.Contains('.', StringComparison.Ordinal))
            {
                wrapper.register_module(path, child);
            }
        }
    }
}
