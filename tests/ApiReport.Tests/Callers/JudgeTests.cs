using Torchlight.ApiReport.Callers;
using Torchlight.ApiReport.Lists;

namespace ApiReport.Tests.Callers;

public class JudgeTests
{
    [Theory]
    // What callers pass converts to what is taken.
    [InlineData("torch", "wide", "static method", "Tensor(long[] sizes, bool grad=False)")]
    [InlineData("torch", "wide", "static method", "Tensor(ReadOnlySpan<long> sizes, bool grad=False)")]
    [InlineData("torch", "open", "static method", "Tensor(long[] sizes)")]
    [InlineData("torch", "number", "static method", "Tensor(int value)")]
    // A parameter with a default may be added behind.
    [InlineData("torch", "added", "static method", "Tensor(Tensor input, long dim=-1)")]
    [InlineData("torch", "added", "static method", "Tensor(Tensor input, int dim=-1)")]
    // The result converts to what is expected; names in tuples do not matter.
    [InlineData("torch", "array", "static method", "IList<Tensor>(Tensor input)")]
    [InlineData("torch", "pair", "static method", "(Tensor,Tensor)(Tensor input)")]
    [InlineData("torch", "narrowed", "static method", "long(short value)")]
    [InlineData("torch", "find", "static method", "bool(string key, Tensor& value)")]
    // Type parameters, the method's own and the class's.
    [InlineData("torch", "item", "static method", "T()")]
    [InlineData("torch", "invoke", "static method", "TResult(string name, T[] inputs)")]
    [InlineData("torch.Storage<T>", "Item", "indexer", "T[int]")]
    [InlineData("torch.Storage<T>", "Count", "property", "int")]
    [InlineData("torch.nn.Module<T,TResult>", "forward", "method", "TResult(T input)")]
    // A type that is nested elsewhere hides nothing of System.
    [InlineData("torch", "kind_of", "static method", "Type(Tensor input)")]
    // A property may be a field; a method may be an extension method, wherever it stands.
    [InlineData("torch.Tensor", "ndim", "property", "long")]
    [InlineData("torch.Tensor", "moved", "method", "Tensor(long dim=0)")]
    [InlineData("TensorExtensionMethods", "ToSingle", "extension method", "float(Tensor value)")]
    [InlineData("TensorExtensionMethods", "size", "extension method", "long(Tensor value, int dim)")]
    [InlineData("TensorExtensionMethods", "To", "extension method", "T(T module, bool non_blocking=False)")]
    [InlineData("torch", "pi", "const", "double")]
    [InlineData("torch", "field_here", "static field", "int")]
    [InlineData("Reduce", "mean", "enum value", "Reduce")]
    // Operators and indexers.
    [InlineData("torch.Tensor", "op_Addition", "operator", "Tensor(Tensor left, int right)")]
    [InlineData("torch.Tensor", "op_UnaryNegation", "operator", "Tensor(Tensor tensor)")]
    [InlineData("torch.Tensor", "op_Implicit", "operator", "Tensor(long value)")]
    [InlineData("torch.Tensor", "op_Explicit", "operator", "double(Tensor value)")]
    [InlineData("torch.Tensor", "TensorItems", "indexer", "Tensor[TensorIndex[]]")]
    // Constructors and what derived classes reach.
    [InlineData("TorchSharp.Modules.Linear", ".ctor", "constructor", "(long inputs, bool bias=True)")]
    [InlineData("torch.nn.Module<T,TResult>", ".ctor", "protected constructor", "(string name)")]
    [InlineData("torch.nn.Module", "Dispose", "protected method", "void(bool disposing)")]
    [InlineData("torch.nn.Module", "_device", "field", "int")]
    [InlineData("TorchSharp.Modules.Linear.Options", "lr", "field", "double")]
    public void Callers_compile(string type, string member, string kind, string signature) =>
        Assert.Null(Fixture.Problem(new ListedSignature("", type, "class", member, kind, signature)));

    [Theory]
    [InlineData("torch", "absent", "static method", "Tensor(Tensor input)", "CS0117")]
    [InlineData("torch", "hidden", "static method", "Tensor(Tensor input)", "CS0117")]
    [InlineData("torch", "gone", "static method", "Tensor(Tensor input)", "CS0619")]
    // Named arguments.
    [InlineData("torch", "renamed", "static method", "Tensor(Tensor input)", "CS1739")]
    // Arguments that the peer lets callers leave out.
    [InlineData("torch", "required", "static method", "Tensor(Tensor input, long dim=-1)", "CS7036")]
    // What does not convert, on the way in and on the way out.
    [InlineData("torch", "narrowed", "static method", "long(long value)", "CS1503")]
    [InlineData("torch", "open", "static method", "Tensor(int[] sizes)", "CS1503")]
    [InlineData("torch", "list", "static method", "Tensor[](Tensor input)", "CS0266")]
    [InlineData("torch", "pair", "static method", "Tensor(Tensor input)", "CS0029")]
    // Two of ours fit one of theirs.
    [InlineData("torch", "twice", "static method", "Tensor(Tensor input)", "CS0121")]
    [InlineData("torch", "item", "static method", "T(Tensor input)", "CS1501")]
    [InlineData("torch.Tensor", "ndim", "method", "long()", "CS1955")]
    [InlineData("torch.Tensor", "size", "property", "long", "CS0428")]
    [InlineData("torch.Tensor", "size", "method", "long(long dim)", "CS1503")]
    [InlineData("torch.Tensor", "op_Addition", "operator", "Tensor(Tensor left, Tensor right)", "CS0019")]
    [InlineData("torch.Tensor", "op_MinusMinusGreater", "operator", "Tensor(Tensor left, Module right)", "no syntax")]
    [InlineData("torch.Tensor", "Finalize", "protected method", "void()", "no syntax")]
    [InlineData("Reduce", "amax", "enum value", "Reduce", "CS0117")]
    [InlineData("TorchSharp.Modules.Linear", ".ctor", "constructor", "(long inputs, bool has_bias=True)", "CS1739")]
    [InlineData("torch.nn.Sealed", "Dispose", "protected method", "void(bool disposing)", "CS0509")]
    [InlineData("TorchSharp.Modules.Absent", ".ctor", "constructor", "()", "there is no type")]
    [InlineData("torch", "paint", "static method", "Tensor(SKBitmap picture)", "no type is named SKBitmap")]
    public void Callers_do_not_compile(string type, string member, string kind, string signature, string problem) =>
        Assert.Contains(problem, Fixture.Problem(new ListedSignature("", type, "class", member, kind, signature)));

    [Theory]
    [InlineData("TorchSharp.Modules.Linear", "class", "Module<Tensor,Tensor>", null)]
    [InlineData("TorchSharp.Modules.Linear", "class", "Sealed", "CS0029")]
    [InlineData("torch.nn.Module<T,TResult>", "abstract class", "Module", null)]
    [InlineData("torch.nn.Sealed", "abstract class", "Module", "CS0509")]
    [InlineData("torch", "static class", "", null)]
    [InlineData("torch.TensorIndex", "struct", "", null)]
    [InlineData("Number", "class", "", "CS0037")]
    [InlineData("torch.Tensor", "struct", "", "CS1061")]
    [InlineData("Reduce", "enum", "", null)]
    [InlineData("torch.TensorIndex", "enum", "", "is a struct")]
    [InlineData("TorchSharp.Modules.Absent", "class", "", "there is no type")]
    public void Types_are_of_the_listed_kind_and_derive_from_the_listed_base(string type, string kind, string baseType, string? problem)
    {
        string? found = Fixture.Problem(new ListedSignature("", type, kind, type, "type", baseType));
        if (problem is null)
        {
            Assert.Null(found);
        }
        else
        {
            Assert.Contains(problem, found);
        }
    }

    [Fact]
    public void One_signature_that_fails_leaves_the_others_alone()
    {
        ListedSignature good = new("", "torch", "static class", "array", "static method", "Tensor[](Tensor input)");
        ListedSignature bad = new("", "torch", "static class", "absent", "static method", "Tensor(Tensor input)");
        ListedSignature[] many = [.. Enumerable.Range(0, 900).Select(number => number % 3 == 1 ? bad : good)];

        IReadOnlyList<Verdict> verdicts = new Judge(Fixture.References, Fixture.Lists(many)).Try(many);

        Assert.Equal(many.Select(signature => signature == good), verdicts.Select(verdict => verdict.IsCompatible));
    }

    [Fact]
    public void A_signature_that_cannot_be_read_is_an_error_and_no_verdict() => Assert.Throws<InvalidDataException>(
        () => Fixture.Problem(new ListedSignature("", "torch", "static class", "array", "static method", "Tensor[](Tensor input")));
}
