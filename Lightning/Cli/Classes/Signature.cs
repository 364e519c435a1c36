using System.Reflection;

namespace Lightning.Cli;

/// <summary>One way to make an object: a constructor, or a function of torch that stands for one.</summary>
/// <param name="Parameters">All parameters.</param>
/// <param name="Leading">How many of the first are not settings: the parameters that an optimizer is given, say.</param>
/// <param name="Invoke">Makes the object.</param>
/// <param name="Documentation">What its member is called in XML documentation, up to the parameters' types.</param>
internal sealed record Signature(ParameterInfo[] Parameters, int Leading, Func<object?[], object> Invoke, string Documentation)
{
    // TorchSharp's names of what Python, and so its configurations, call otherwise.
    private static readonly Dictionary<string, string> PythonNames = new() { ["learningRate"] = "lr", ["tolerange_grad"] = "tolerance_grad" };

    internal static Signature Of(ConstructorInfo constructor) => new(
        constructor.GetParameters(),
        Leading: 0,
        arguments => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null),
        $"{constructor.DeclaringType!.FullName!.Replace('+', '.')}.#ctor");

    /// <param name="function">A static function that makes an object.</param>
    /// <param name="leading">How many of its first parameters are not settings.</param>
    internal static Signature Of(MethodInfo function, int leading) => new(
        function.GetParameters(),
        leading,
        arguments => function.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!,
        $"{function.DeclaringType!.FullName!.Replace('+', '.')}.{function.Name}");

    /// <summary>The settings, or null when a required parameter is of a type that no setting can be.</summary>
    internal List<Member>? Members(KindFactory kinds, Func<string, string?> describe)
    {
        var members = new List<Member>();
        for (var index = Leading; index < Parameters.Length; index++)
        {
            var parameter = Parameters[index];
            var fallback = Default(parameter);
            var kind = kinds.For(parameter.ParameterType, nullable: parameter.HasDefaultValue && fallback is null);
            if (kind is null && !parameter.HasDefaultValue)
            {
                return null;
            }

            if (kind is not null)
            {
                var name = Leading > 0 ? PythonNames.GetValueOrDefault(parameter.Name!, parameter.Name!) : parameter.Name!;
                members.Add(new Member(name, kind, !parameter.HasDefaultValue, Plain(fallback, kind), () => describe(parameter.Name!)) { Index = index });
            }
        }

        return members;
    }

    /// <summary>The first required parameter that no setting can be, for messages.</summary>
    internal string? Impossible(KindFactory kinds) => Parameters.Skip(Leading)
        .FirstOrDefault(parameter => !parameter.HasDefaultValue && kinds.For(parameter.ParameterType) is null) is { } parameter
        ? $"{parameter.ParameterType.Name} {parameter.Name}"
        : null;

    /// <summary>The arguments of a call that nobody has given anything to.</summary>
    internal object?[] Defaults() => [.. Parameters.Select(parameter => parameter.HasDefaultValue ? Default(parameter) : null)];

    // Reflection gives a nullable enum's default as a number.
    private static object? Default(ParameterInfo parameter) => parameter.HasDefaultValue
        ? Nullable.GetUnderlyingType(parameter.ParameterType) is { IsEnum: true } type && parameter.DefaultValue is { } value ? Enum.ToObject(type, value) : parameter.DefaultValue
        : null;

    private static object? Plain(object? value, ValueKind kind) => value is null ? kind.DefaultOfType : HyperParameters.Plain("", value);
}
