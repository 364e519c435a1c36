using System.Text;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tree of script modules without code that stands for a tree of managed ones while those are traced; the tensors are shared.</summary>
internal sealed unsafe class TraceMirror : IDisposable
{
    private const string RootPath = "__module";

    // TorchScript's words, which no part of a class's name may be.
    private static readonly HashSet<string> Words =
    [
        "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "False", "finally", "for", "from", "global",
        "if", "import", "in", "is", "lambda", "None", "nonlocal", "not", "or", "pass", "raise", "return", "True", "try", "while", "with", "yield",
    ];

    private readonly Dictionary<nn.Module, ScriptHandle> made = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<nn.Module, string> paths = new(ReferenceEqualityComparer.Instance);

    internal TraceMirror(nn.Module root)
    {
        try
        {
            Root = Make(root, RootPath);
        }
        catch
        {
            Dispose();
            throw;
        }

        // What the root computes is the trace itself.
        paths.Remove(root);
    }

    /// <summary>The script module that stands for the root; its owner takes it with <see cref="TakeRoot"/>.</summary>
    internal ScriptHandle Root { get; }

    /// <summary>Where the modules below the root are.</summary>
    internal IReadOnlyDictionary<nn.Module, string> Paths => paths;

    /// <summary>Hands the root out, which is not disposed with this any more.</summary>
    internal ScriptHandle TakeRoot()
    {
        foreach (var (module, handle) in made)
        {
            if (ReferenceEquals(handle, Root))
            {
                made.Remove(module);
                break;
            }
        }

        return Root;
    }

    public void Dispose()
    {
        foreach (ScriptHandle handle in made.Values)
        {
            handle.Dispose();
        }

        made.Clear();
    }

    /// <summary>A class's name as TorchScript writes it: letters, digits and underscores between dots.</summary>
    internal static string QualifiedName(Type type)
    {
        string full = type.IsGenericType ? type.GetGenericTypeDefinition().FullName ?? type.Name : type.FullName ?? type.Name;
        return "__torch__." + string.Join('.', full.Split('.', '+').Select(Atom));
    }

    private static string Atom(string part)
    {
        int arity = part.IndexOf('`', StringComparison.Ordinal);
        var atom = new StringBuilder();
        foreach (char letter in arity < 0 ? part : part[..arity])
        {
            atom.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        }

        return atom.Length == 0 || char.IsAsciiDigit(atom[0]) || Words.Contains(atom.ToString()) ? $"_{atom}" : atom.ToString();
    }

    private ScriptHandle Make(nn.Module module, string path)
    {
        paths[module] = path;
        if (made.TryGetValue(module, out ScriptHandle? known))
        {
            return known;
        }

        ScriptHandle handle = New(module);
        made.Add(module, handle);
        string what = $"torch.jit.trace: {module.TypeName}";
        foreach (var (name, parameter) in module._internal_params)
        {
            if (parameter is not null)
            {
                Add(handle, ScriptAttributes.Kind.Parameters, name, Value.Of(parameter), what);
                GC.KeepAlive(parameter);
            }
        }

        foreach (var (name, (buffer, _)) in module._internal_buffers)
        {
            if (buffer is not null)
            {
                Add(handle, ScriptAttributes.Kind.Buffers, name, Value.Of(buffer), what);
                GC.KeepAlive(buffer);
            }
        }

        foreach (var (name, child) in module._internal_submodules)
        {
            ScriptHandle below = child is jit.ScriptModule script ? script.Code.Handle : Make(child, $"{path}.{name}");
            using SharedHandle.Lease lease = below.Hold();
            Add(handle, ScriptAttributes.Kind.Modules, name, Value.OfScript(lease.Native), what);
        }

        return handle;
    }

    private ScriptHandle New(nn.Module module)
    {
        using var name = new Utf8Argument(QualifiedName(module.GetType()));
        nint native;
        byte training = module.training ? (byte)1 : (byte)0;
        if (made.Count == 0)
        {
            NativeError.Check(NativeMethods.tl_trace_module(name.Pointer, 0, training, &native), "torch.jit.trace");
            return new ScriptHandle(native);
        }

        using SharedHandle.Lease beside = made.Values.First().Hold();
        NativeError.Check(NativeMethods.tl_trace_module(name.Pointer, beside.Native, training, &native), "torch.jit.trace");
        return new ScriptHandle(native);
    }

    private static void Add(ScriptHandle owner, ScriptAttributes.Kind kind, string name, Value value, string what)
    {
        using SharedHandle.Lease lease = owner.Hold();
        using var key = new Utf8Argument(name);
        NativeError.Check(NativeMethods.tl_trace_member(lease.Native, (int)kind, key.Pointer, &value), what);
    }
}
