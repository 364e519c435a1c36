using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>One function of a compilation unit (Python's <c>torch.jit.ScriptFunction</c>); usable until the unit is disposed.</summary>
        public sealed class ScriptFunction
        {
            private readonly ScriptCode unit;

            internal ScriptFunction(ScriptCode unit, string name)
            {
                this.unit = unit;
                this.name = name;
            }

            /// <summary>Its name.</summary>
            public string name { get; }

            /// <summary>Its text as Python.</summary>
            public string code => unit.Show(name, ScriptCode.Text.Code);

            /// <summary>Its graph.</summary>
            public string graph => unit.Show(name, ScriptCode.Text.Graph);

            /// <summary>Its graph with the calls in it replaced by what they do.</summary>
            public string inlined_graph => unit.Show(name, ScriptCode.Text.InlinedGraph);

            /// <summary>Its declaration, with the types of arguments and results.</summary>
            public string schema => unit.Show(name, ScriptCode.Text.Schema);

            /// <summary>Runs it.</summary>
            /// <param name="objs">What it takes; see <see cref="ScriptModule.forward"/>, also for what comes back.</param>
            public object? call(params object?[]? objs) => unit.Run(name, objs);

            /// <summary>Runs it and converts its result.</summary>
            /// <typeparam name="TResult">What the result is to become.</typeparam>
            /// <param name="inputs">What it takes.</param>
            public TResult call<TResult>(params object?[]? inputs) => unit.Run<TResult>(name, inputs);

            /// <summary>A module whose <c>forward</c> is this function: what files hold.</summary>
            internal unsafe ScriptModule AsModule()
            {
                using SharedHandle.Lease lease = unit.Handle.Hold();
                using var key = new Utf8Argument(name);
                nint module;
                NativeError.Check(NativeMethods.tl_trace_module_of_function(lease.Native, key.Pointer, &module), "torch.jit.save");
                return new ScriptModule(new ScriptHandle(module));
            }
        }
    }
}
