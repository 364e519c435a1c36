using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Torchlight.ApiReport;
using Torchlight.ApiReport.Callers;
using Torchlight.ApiReport.Lists;

namespace ApiReport.Tests;

/// <summary>A small library, and lists to hold against it.</summary>
internal static class Fixture
{
    private const string Library = """
        using System;
        using System.Collections.Generic;

        namespace TorchSharp
        {
            public enum Reduce { mean, sum }
            public readonly struct Number { public static implicit operator Number(int value) => default; public static implicit operator Number(double value) => default; }
            public static class TensorExtensionMethods
            {
                public static float ToSingle(this torch.Tensor value) => 0;
                public static T To<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => module;
            }
            public static class Elsewhere { public static torch.Tensor moved(this torch.Tensor tensor, long dim = 0) => tensor; }
            public static class torch
            {
                public const double pi = 3.14;
                public static readonly int field_here = 1;
                public static Tensor wide(ReadOnlySpan<long> sizes, bool grad = false) => null;
                public static Tensor open(params long[] sizes) => null;
                public static Tensor added(Tensor input, long dim = -1, string extra = null) => input;
                public static Tensor required(Tensor input, long dim) => input;
                public static Tensor renamed(Tensor self) => self;
                public static Tensor number(Number value) => null;
                public static long narrowed(int value) => value;
                public static Tensor[] array(Tensor input) => null;
                public static IList<Tensor> list(Tensor input) => null;
                public static bool find(string key, out Tensor value) { value = null; return false; }
                public static Tensor twice(Tensor input, int dim = 0) => input;
                public static Tensor twice(Tensor tensor, long dim = 0) => tensor;
                public static T item<T>() where T : unmanaged => default;
                public static TResult invoke<T, TResult>(string name, T[] inputs) where TResult : class => null;
                public static Type kind_of(Tensor input) => null;
                public static class jit { public sealed class Type { } }
                public static (Tensor values, Tensor indices) pair(Tensor input) => default;
                internal static Tensor hidden(Tensor input) => input;
                [Obsolete("gone", error: true)] public static Tensor gone(Tensor input) => input;
                public sealed class Tensor
                {
                    public long ndim;
                    public long size(int dim) => dim;
                    public Tensor this[params TensorIndex[] items] => this;
                    public static Tensor operator +(Tensor left, Number right) => left;
                    public static Tensor operator -(Tensor tensor) => tensor;
                    public static implicit operator Tensor(long value) => null;
                    public static explicit operator double(Tensor value) => 0;
                }
                public struct TensorIndex { }
                public sealed class Storage<T> where T : unmanaged { public T this[int index] => default; public int Count { get; } }
                public static class nn
                {
                    public class Module { public Module(string name) { } protected Module() { } protected virtual void Dispose(bool disposing) { } protected int _device; }
                    public abstract class Module<T, TResult> : Module { protected Module(string name) : base(name) { } public abstract TResult forward(T input); }
                    public sealed class Sealed : Module { public Sealed(string name) : base(name) { } protected override void Dispose(bool disposing) { } }
                }
            }
        }
        namespace TorchSharp.Modules
        {
            public class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
            {
                public Linear(long inputs, bool bias = true) : base("") { }
                public override torch.Tensor forward(torch.Tensor input) => input;
                public sealed class Options { public double lr; }
            }
        }
        """;

    /// <summary>The types of the lists, whose paths signatures may name.</summary>
    private static readonly string[] Types =
    [
        "torch", "torch.Tensor", "torch.TensorIndex", "torch.Storage<T>", "torch.nn", "torch.nn.Module", "torch.nn.Module<T,TResult>", "torch.nn.Sealed", "torch.jit", "torch.jit.Type",
        "TorchSharp.Modules.Linear", "TorchSharp.Modules.Linear.Options", "TorchSharp.Modules.Absent", "Reduce", "Number", "TensorExtensionMethods",
    ];

    public static IReadOnlyList<MetadataReference> References { get; } = [.. Libraries.Framework, Compile()];

    /// <summary>A judge of the fixture's library who knows these signatures and the fixture's types.</summary>
    public static PeerLists Lists(params ListedSignature[] signatures) => new([], [.. signatures, .. Types.Select(Type)]);

    public static string? Problem(ListedSignature signature) => new Judge(References, Lists(signature)).Try([signature]).Single().Problem;

    private static ListedSignature Type(string path) => new("", path, "class", path, "type", "");

    private static MetadataReference Compile()
    {
        var compilation = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText(Library)],
            Libraries.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
