using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The hooks of all modules of the process. They run before a module's own.</summary>
internal static class GlobalModuleHooks
{
    /// <summary>Run before <c>forward</c>; what they return takes the place of the inputs.</summary>
    public static HookList<Func<nn.Module, object?[], object?[]?>> Before { get; } = new();

    /// <summary>Run after <c>forward</c>; what they return takes the place of the result.</summary>
    public static HookList<Func<nn.Module, object?[], object?, object?>> After { get; } = new();

    /// <summary>Run with the gradients of a module's results, before they flow through it.</summary>
    public static HookList<Func<nn.Module, Tensor?[], Tensor?[]?>> BeforeBackward { get; } = new();

    /// <summary>Run with the gradients of a module's inputs and results, once they flowed through it.</summary>
    public static HookList<Func<nn.Module, Tensor?[], Tensor?[], Tensor?[]?>> AfterBackward { get; } = new();

    public static bool AnyBackward => BeforeBackward.Count + AfterBackward.Count > 0;

    public static bool Any => Before.Count + After.Count > 0 || AnyBackward;

    public static object?[] RunBefore(nn.Module module, object?[] inputs)
    {
        foreach (var hook in Before)
        {
            if (hook(module, inputs) is { } replaced)
            {
                inputs = replaced.Length == inputs.Length
                    ? replaced
                    : throw new InvalidOperationException(
                        $"A hook before all modules' forward returned {replaced.Length} inputs for {module.TypeName}, which takes {inputs.Length}.");
            }
        }

        return inputs;
    }

    public static TResult RunAfter<TResult>(nn.Module module, object?[] inputs, TResult result)
    {
        foreach (var hook in After)
        {
            if (hook(module, inputs, result) is { } replaced)
            {
                result = replaced is TResult fitting ? fitting : throw Misfit(replaced, "result", typeof(TResult));
            }
        }

        return result;
    }

    /// <summary>One of the inputs that hooks returned, under its type.</summary>
    public static T Item<T>(object?[] inputs, int place) => inputs[place] switch
    {
        T fitting => fitting,
        null => default!,
        var other => throw Misfit(other, $"input {place}", typeof(T)),
    };

    private static InvalidOperationException Misfit(object value, string what, Type wanted) =>
        new($"A hook of all modules returned a {value.GetType().Name} as {what}, where the module has a {wanted.Name}.");
}
