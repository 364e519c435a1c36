using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>What hooks have in common (torch.utils.hooks).</summary>
        public static partial class hooks
        {
            /// <summary>Takes a hook off again (Python's RemovableHandle).</summary>
            /// <remarks>A hook stays on, and what it refers to alive, as long as what it hangs on lives; whether this object does, does not matter.</remarks>
            public sealed class RemovableHandle : IDisposable
            {
                private readonly Action removal;

                internal RemovableHandle(GraphHandle hook)
                    : this(() => Remove(hook))
                {
                }

                /// <summary>A handle on a hook that managed code keeps.</summary>
                /// <param name="removal">Takes it off; may run more than once.</param>
                internal RemovableHandle(Action removal)
                {
                    this.removal = removal;
                }

                /// <summary>Takes the hook off. Doing so again does nothing; a call of the hook that is running ends first elsewhere.</summary>
                public void remove() => removal();

                /// <summary>Takes the hook off, as leaving Python's <c>with</c> does.</summary>
                public void Dispose() => remove();

                private static void Remove(GraphHandle hook)
                {
                    lock (hook)
                    {
                        if (!hook.IsClosed)
                        {
                            NativeMethods.tl_hook_remove(hook.Native);
                            hook.Dispose();
                        }
                    }
                }
            }
        }
    }
}
