using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>An instance of a class that a script defines (Python's <c>torch.ScriptObject</c>).</summary>
        public sealed class ScriptObject : IDisposable
        {
            private readonly ScriptAttributes attributes;

            internal ScriptObject(ScriptHandle handle)
            {
                Code = new ScriptCode(handle, "torch.jit.ScriptObject");
                attributes = new ScriptAttributes(handle, "torch.jit.ScriptObject");
            }

            /// <summary>The class's name with its module.</summary>
            public string type_name => attributes.TypeName;

            /// <summary>The names of the attributes.</summary>
            public IReadOnlyList<string> attribute_names => attributes.Names;

            /// <summary>The names of the methods.</summary>
            public IReadOnlyList<string> method_names => Code.Functions;

            internal ScriptCode Code { get; }

            /// <summary>Runs a method.</summary>
            /// <param name="name">The method.</param>
            /// <param name="objs">What it takes; see <see cref="ScriptModule.forward"/>.</param>
            public object? invoke(string name, params object?[]? objs) => Code.Run(name, objs);

            /// <summary>Runs a method and converts its result.</summary>
            /// <typeparam name="TResult">What the result is to become.</typeparam>
            /// <param name="name">The method.</param>
            /// <param name="inputs">What it takes; see <see cref="ScriptModule.forward"/>.</param>
            public TResult invoke<TResult>(string name, params object?[]? inputs) => Code.Run<TResult>(name, inputs);

            /// <summary>Whether there is an attribute of that name.</summary>
            /// <param name="name">Its name.</param>
            public bool has_attribute(string name) => attributes.Has(name);

            /// <summary>An attribute's value, converted as results are.</summary>
            /// <param name="name">Its name.</param>
            public object? get_attribute(string name) => attributes.Get(name);

            /// <summary>Sets an attribute.</summary>
            /// <param name="name">The attribute.</param>
            /// <param name="value">A value of its type.</param>
            public void set_attribute(string name, object? value) => attributes.Set(name, value);

            /// <summary>Gives the object back; a call in progress ends first.</summary>
            public void Dispose() => Code.Handle.Dispose();
        }
    }
}
