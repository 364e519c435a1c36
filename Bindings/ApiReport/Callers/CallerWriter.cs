using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Callers;

/// <summary>
/// Writes for each listed signature the C# source of its callers. What compiles is compatible; where the lists leave something open
/// (<c>ref</c> or <c>out</c>, the constraints of type parameters) there are several programs, and one that compiles is enough.
/// </summary>
internal sealed partial class CallerWriter(NameScope scope, OurTypes ours)
{
    private static readonly string[] ByReference = ["out ", "ref ", "in "];

    private static readonly Dictionary<string, string> Binary = new()
    {
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&", ["op_BitwiseOr"] = "|", ["op_ExclusiveOr"] = "^", ["op_Equality"] = "==", ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<", ["op_LessThanOrEqual"] = "<=", ["op_GreaterThan"] = ">", ["op_GreaterThanOrEqual"] = ">=",
        ["op_LeftShift"] = "<<", ["op_RightShift"] = ">>",
    };

    private static readonly Dictionary<string, string> Unary = new() { ["op_UnaryNegation"] = "-", ["op_OnesComplement"] = "~", ["op_LogicalNot"] = "!" };

    /// <summary>The programs, each the members of one namespace; none where C# has no syntax for a call.</summary>
    /// <exception cref="UnknownTypeException">The signature names a type that nobody knows.</exception>
    public IReadOnlyList<string> Write(ListedSignature signature)
    {
        ListedType type = scope.ByPath[signature.Type];
        var reader = new SignatureReader(signature.Text, scope, type, signature.Member);
        var target = new Target(signature, type.InSource(type.Parameters), type.Parameters, Clauses(type));
        return signature.Kind.Replace("protected ", "") switch
        {
            "type" => [TypeUser(target, signature.Text.Length == 0 ? null : reader.ReadType())],
            "property" => [Reader(target, reader.ReadType(), "self")],
            "field" => FieldReaders(target, reader.ReadType()),
            "static property" or "static field" or "const" or "enum value" => [Reader(target, reader.ReadType(), target.Self)],
            "indexer" => [IndexerUser(target, reader)],
            "operator" => OperatorUser(target, reader) is { } user ? [user] : [],
            "constructor" => Constructors(target, reader.ReadParameters()),
            "method" when signature.Member == "Finalize" => [],
            "method" or "static method" or "extension method" => Methods(target, type, reader),
            var kind => throw new InvalidDataException($"{signature}: the kind '{kind}' is not known"),
        };
    }

    private sealed record Target(ListedSignature Signature, string Self, string[] Parameters, string Clauses)
    {
        public bool IsProtected { get; init; } = Signature.Kind.StartsWith("protected", StringComparison.Ordinal);

        public string Member => "@" + Signature.Member;

        /// <summary>A class around statements: one that derives from the type where only such a class may call.</summary>
        public string Class(string members, string name = "Caller") =>
            $"abstract class {name}{TypeList(Parameters)}{(IsProtected ? $" : {Self}" : "")}{Clauses}\n{{\n{members}}}\n";

        /// <summary>A method of that class with the receiver, if there is one, in <c>self</c>.</summary>
        public string Method(string parameters, bool withSelf, string statements) => IsProtected && withSelf
            ? $"void Call({parameters}) {{ var self = this; {statements} }}\n"
            : $"static void Call({string.Join(", ", ((string[])[withSelf ? $"{Self} self" : "", parameters]).Where(text => text.Length > 0))}) {{ {statements} }}\n";
    }

    private static string TypeList(IReadOnlyList<string> parameters) => parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters)}>";

    private string Clauses(ListedType type) => ours.Find(type) is { } symbol
        ? Constraints.Clauses([.. Containers(symbol).Reverse().SelectMany(outer => outer.TypeParameters)], type.Parameters)
        : "";

    private static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol symbol)
    {
        for (var at = symbol; at is not null; at = at.ContainingType)
        {
            yield return at;
        }
    }

    private static string TypeUser(Target target, string? baseType)
    {
        var upcast = baseType is null ? "" : $"{baseType} asBase = self; ";
        return target.Signature.TypeKind switch
        {
            "class" => target.Class(target.Method("", withSelf: true, $"{target.Self} none = null; {upcast}")),
            "abstract class" => target.Class(target.Method("", withSelf: true, $"{target.Self} none = null; {upcast}"))
                + $"abstract class Derived{TypeList(target.Parameters)} : {target.Self}{target.Clauses} {{ }}\n",
            "struct" => target.Class(target.Method("", withSelf: true, $"{target.Self}? boxed = self; bool has = boxed.HasValue;")),
            _ => target.Class(""),
        };
    }

    private static string Reader(Target target, string type, string receiver) =>
        target.Class(target.Method("", withSelf: receiver == "self", $"{type} value = {receiver}.{target.Member};"));

    // The lists call protected fields fields.
    private static IReadOnlyList<string> FieldReaders(Target target, string type) =>
        [Reader(target, type, "self"), Reader(target with { IsProtected = true }, type, "self")];

    private static string IndexerUser(Target target, SignatureReader reader)
    {
        string type = reader.ReadType();
        List<string> indices = reader.ReadIndices();
        var declarations = string.Join(", ", indices.Select((index, number) => $"{index} p{number}"));
        var arguments = string.Join(", ", indices.Select((_, number) => $"p{number}"));
        return target.Class(target.Method(declarations, withSelf: true, $"{type} value = self[{arguments}];"));
    }

    private static string? OperatorUser(Target target, SignatureReader reader)
    {
        string type = reader.ReadType();
        List<Parameter> parameters = reader.ReadParameters();
        var expression = target.Signature.Member switch
        {
            "op_Implicit" => "p0",
            "op_Explicit" => $"({type})p0",
            var name when Binary.TryGetValue(name, out var sign) => $"p0 {sign} p1",
            var name when Unary.TryGetValue(name, out var sign) => $"{sign}p0",
            _ => null,
        };
        return expression is null
            ? null
            : target.Class(target.Method(string.Join(", ", Arguments.Declarations(parameters)), withSelf: false, $"{type} value = {expression};"));
    }

    private static IReadOnlyList<string> Constructors(Target target, List<Parameter> parameters)
    {
        var declarations = string.Join(", ", Arguments.Declarations(parameters));
        // An abstract class is made by those who derive from it only.
        var derives = target.IsProtected || target.Signature.TypeKind == "abstract class";
        return [.. Modifiers(parameters).Select(modifier =>
        {
            var forms = Arguments.Forms(parameters, 0, modifier);
            return derives
                ? string.Concat(forms.Select((form, number) =>
                    $"abstract class Caller{number}{TypeList(target.Parameters)} : {target.Self}{target.Clauses}\n"
                    + $"{{\nprotected Caller{number}({declarations}) : base({form}) {{ }}\n}}\n"))
                : target.Class(target.Method(declarations, withSelf: false, string.Concat(forms.Select((form, number) => $"{target.Self} value{number} = new {target.Self}({form}); "))));
        })];
    }

    private IReadOnlyList<string> Methods(Target target, ListedType type, SignatureReader reader)
    {
        string result = reader.ReadType();
        List<Parameter> parameters = reader.ReadParameters();
        var isExtension = target.Signature.Kind == "extension method";
        var isStatic = isExtension || target.Signature.Kind.EndsWith("static method", StringComparison.Ordinal);
        IReadOnlyList<string> own = reader.MethodParameters;
        // Type arguments are inferred where the parameters name them all.
        var inferred = own.All(name => parameters.Any(parameter => Regex.IsMatch(parameter.Type, $@"\b{name}\b")));
        var receiver = isExtension ? "p0" : isStatic ? target.Self : "self";
        var passed = isExtension ? parameters[1..] : parameters;
        // The lists do not know in which order a method takes its type parameters.
        IEnumerable<string> typeArguments = inferred ? [""] : ((IEnumerable<string>)[TypeList(own), TypeList([.. own.Reverse()])]).Distinct();

        var programs =
            from modifier in Modifiers(parameters)
            from clauses in Constraints.OfMethods(ours.Find(type), target.Signature.Member, own)
            from given in typeArguments
            let statements = Statements(result, $"{receiver}.{target.Member}{given}", Arguments.Forms(passed, isExtension ? 1 : 0, modifier))
            select target.Class(Generic(target.Method(string.Join(", ", Arguments.Declarations(parameters)), !isStatic, statements), own, clauses));
        return [.. programs];
    }

    private static string Statements(string result, string called, IEnumerable<string> forms) => string.Concat(forms.Select((form, number) =>
        result == "void" ? $"{called}({form}); " : $"{result} value{number} = {called}({form}); "));

    private static string Generic(string method, IReadOnlyList<string> parameters, string clauses)
    {
        if (parameters.Count == 0)
        {
            return method;
        }

        var text = new StringBuilder(method);
        text.Replace("void Call(", $"void Call{TypeList(parameters)}(", 0, method.IndexOf('(') + 1);
        return MethodBody().Replace(text.ToString(), $"){clauses} {{", 1);
    }

    [GeneratedRegex(@"\) \{")]
    private static partial Regex MethodBody();

    private static IEnumerable<string> Modifiers(List<Parameter> parameters) => parameters.Any(parameter => parameter.IsByReference) ? ByReference : [""];
}
