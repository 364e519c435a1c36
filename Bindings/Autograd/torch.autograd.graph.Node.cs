using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>The graph that autograd records (torch.autograd.graph).</summary>
        public static partial class graph
        {
            /// <summary>One recorded operation (Python's torch.autograd.graph.Node). Two objects are equal if they are the same node.</summary>
            public sealed class Node : IEquatable<Node>
            {
                private readonly GraphHandle handle;

                internal Node(GraphHandle handle)
                {
                    this.handle = handle;
                }

                /// <summary>The nodes that gradients flow to from here, with the number of their argument; null where none is needed.</summary>
                public unsafe IReadOnlyList<(Node? node, int input_nr)> next_functions
                {
                    get
                    {
                        var found = new (Node?, int)[NativeMethods.tl_node_next_count(handle.Native)];
                        for (int i = 0; i < found.Length; i++)
                        {
                            nint next;
                            int input = 0;
                            NativeError.Check(NativeMethods.tl_node_next(handle.Native, i, &next, &input), "next_functions");
                            found[i] = next == 0 ? (null, 0) : (new Node(GraphHandle.Node(next)), input);
                        }

                        GC.KeepAlive(handle);
                        return found;
                    }
                }

                /// <summary>The leaf that the node adds gradients to, in an object of its own; null if it is not such a node (AccumulateGrad).</summary>
                public unsafe Tensor? variable
                {
                    get
                    {
                        nint found;
                        NativeError.Check(NativeMethods.tl_node_variable(handle.Native, &found), "variable");
                        GC.KeepAlive(handle);
                        return found == 0 ? null : new Tensor(found);
                    }
                }

                /// <summary>The number that orders nodes by the time of their recording on one thread.</summary>
                public long _sequence_nr()
                {
                    long number = NativeMethods.tl_node_sequence_number(handle.Native);
                    GC.KeepAlive(handle);
                    return number;
                }

                /// <summary>The operation's name, such as AddBackward0.</summary>
                public unsafe string name()
                {
                    byte* text;
                    NativeError.Check(NativeMethods.tl_node_name(handle.Native, &text), "name");
                    GC.KeepAlive(handle);
                    string name = Marshal.PtrToStringUTF8((nint)text)!;
                    NativeMethods.tl_free(text);
                    return name;
                }

                /// <summary>Calls a function after the node has computed its gradients.</summary>
                /// <param name="hook">
                /// Gets the gradients of the operation's inputs and those of its outputs, null where there is none; gives others in the place of
                /// the former, or null to keep them all (null for one keeps that one).
                /// </param>
                /// <returns>What takes the hook off again.</returns>
                public utils.hooks.RemovableHandle register_hook(Func<Tensor?[], Tensor?[], Tensor?[]?> hook)
                {
                    ArgumentNullException.ThrowIfNull(hook);
                    return Add((inputs, outputs) => hook([.. inputs], [.. outputs]), before: false);
                }

                /// <summary>Calls a function before the node computes its gradients.</summary>
                /// <param name="hook">
                /// Gets the gradients of the operation's outputs, null where there is none; gives others in their place, or null to keep them.
                /// </param>
                /// <returns>What takes the hook off again.</returns>
                public utils.hooks.RemovableHandle register_prehook(Func<Tensor?[], Tensor?[]?> hook)
                {
                    ArgumentNullException.ThrowIfNull(hook);
                    return Add((outputs, _) => hook([.. outputs]), before: true);
                }

                /// <inheritdoc/>
                public bool Equals(Node? other) => other is not null && Identity == other.Identity;

                /// <inheritdoc/>
                public override bool Equals(object? obj) => Equals(obj as Node);

                /// <inheritdoc/>
                public override int GetHashCode() => Identity.GetHashCode();

                /// <summary>The operation's name.</summary>
                public override string ToString() => name();

                private nint Identity
                {
                    get
                    {
                        nint identity = NativeMethods.tl_node_identity(handle.Native);
                        GC.KeepAlive(handle);
                        return identity;
                    }
                }

                private unsafe utils.hooks.RemovableHandle Add(TensorCallback.Body body, bool before)
                {
                    nint hook;
                    int status = NativeMethods.tl_node_register_hook(
                        handle.Native, before ? (byte)1 : (byte)0, TensorCallback.Keep(body), TensorCallback.Entry, TensorCallback.Free, &hook);
                    GC.KeepAlive(handle);
                    NativeError.Check(status, before ? "register_prehook" : "register_hook");
                    return new utils.hooks.RemovableHandle(GraphHandle.Hook(hook));
                }
            }
        }
    }
}
