using System.Reflection;
using System.Reflection.Emit;
using TorchSharp;

namespace Fuzzing.Operators;

/// <summary>A function of the library, callable with boxed arguments although it takes spans.</summary>
internal sealed class Operator
{
    private readonly Lazy<Func<object?[], object?>> call;

    /// <summary>Makes a method callable.</summary>
    /// <param name="name">How it is told from all others.</param>
    /// <param name="method">The method, not generic.</param>
    public Operator(string name, MethodInfo method)
    {
        Name = name;
        Parameters = method.GetParameters();
        IsOfTensor = !method.IsStatic;
        call = new(() => Compile(method));
    }

    /// <summary>How it is told from all others: in <c>torch.ops.aten</c>, its name there.</summary>
    public string Name { get; }

    /// <summary>What it takes.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>Whether it is a method of a tensor, which then is the first argument.</summary>
    public bool IsOfTensor { get; }

    /// <summary>Every operator of <c>torch.ops.aten</c>, by name.</summary>
    public static IEnumerable<Operator> All() => typeof(torch.ops.aten).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .OrderBy(method => method.Name, StringComparer.Ordinal).Select(method => new Operator(method.Name, method));

    /// <summary>Calls it; spans are given as arrays.</summary>
    public object? Call(object?[] arguments) => call.Value(arguments);

    // Reflection itself cannot pass a span, so a method is emitted that makes one from the array.
    private static Func<object?[], object?> Compile(MethodInfo method)
    {
        var caller = new DynamicMethod(method.Name, typeof(object), [typeof(object[])], typeof(Operator).Module, skipVisibility: true);
        var code = caller.GetILGenerator();
        Type[] taken = [.. method.IsStatic ? [] : (Type[])[method.DeclaringType!], .. method.GetParameters().Select(parameter => parameter.ParameterType)];
        foreach (var (index, type) in taken.Index())
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4, index);
            code.Emit(OpCodes.Ldelem_Ref);
            if (type.IsByRefLike)
            {
                var array = type.GetGenericArguments()[0].MakeArrayType();
                code.Emit(OpCodes.Castclass, array);
                code.Emit(OpCodes.Call, type.GetMethod("op_Implicit", [array])!);
            }
            else
            {
                code.Emit(OpCodes.Unbox_Any, type);
            }
        }

        code.Emit(method.IsStatic ? OpCodes.Call : OpCodes.Callvirt, method);
        if (method.ReturnType == typeof(void))
        {
            code.Emit(OpCodes.Ldnull);
        }
        else if (method.ReturnType.IsValueType)
        {
            code.Emit(OpCodes.Box, method.ReturnType);
        }

        code.Emit(OpCodes.Ret);
        return caller.CreateDelegate<Func<object?[], object?>>();
    }
}
