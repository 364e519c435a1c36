using System.Reflection;
using System.Reflection.Emit;
using TorchSharp;

namespace Fuzzing.Operators;

/// <summary>A generated operator, callable with boxed arguments although it takes spans.</summary>
internal sealed class Operator
{
    private readonly Func<object?[], object?> call;

    private Operator(MethodInfo method)
    {
        Name = method.Name;
        Parameters = method.GetParameters();
        call = Compile(method);
    }

    /// <summary>Its name in <c>torch.ops.aten</c>.</summary>
    public string Name { get; }

    /// <summary>What it takes.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>Every operator of <c>torch.ops.aten</c>, by name.</summary>
    public static IEnumerable<Operator> All() => typeof(torch.ops.aten).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .OrderBy(method => method.Name, StringComparer.Ordinal).Select(method => new Operator(method));

    /// <summary>Calls it; spans are given as arrays.</summary>
    public object? Call(object?[] arguments) => call(arguments);

    // Reflection itself cannot pass a span, so a method is emitted that makes one from the array.
    private static Func<object?[], object?> Compile(MethodInfo method)
    {
        var caller = new DynamicMethod(method.Name, typeof(object), [typeof(object[])], typeof(Operator).Module, skipVisibility: true);
        var code = caller.GetILGenerator();
        foreach (var (index, parameter) in method.GetParameters().Index())
        {
            var type = parameter.ParameterType;
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

        code.Emit(OpCodes.Call, method);
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
