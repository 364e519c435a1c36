namespace Lightning;

/// <summary>
/// Code that runs when a loop says <c>fabric.call("on_epoch_end", ...)</c>: functions by the hook's name, <c>new FabricCallback { ["on_epoch_end"] =
/// arguments =&gt; ... }</c>, or a class that overrides <see cref="call"/>.
/// </summary>
/// <remarks>In Python any object with a method of the name; by type instead of by name see <see cref="Fabric.call{T}"/>.</remarks>
public class FabricCallback
{
    private readonly Dictionary<string, Action<object?[]>> _hooks = [];

    /// <summary>Sets what runs at a hook.</summary>
    /// <param name="hook_name">The hook's name.</param>
    public Action<object?[]> this[string hook_name]
    {
        set => _hooks[hook_name] = value;
    }

    /// <summary>Runs a hook, if this callback knows it.</summary>
    /// <param name="hook_name">The hook's name.</param>
    /// <param name="arguments">What the loop passes.</param>
    public virtual void call(string hook_name, object?[] arguments)
    {
        if (_hooks.TryGetValue(hook_name, out var hook))
        {
            hook(arguments);
        }
    }
}
