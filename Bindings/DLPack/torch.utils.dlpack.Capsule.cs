using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class dlpack
        {
            /// <summary>
            /// Holds a <c>DLManagedTensor</c> until one library takes it (what Python calls a capsule). What nobody takes, disposing it or the
            /// collector gives back.
            /// </summary>
            public sealed class Capsule : IDisposable
            {
                private nint managed;

                internal Capsule(nint managed) => this.managed = managed;

                /// <summary>Gives back what nobody took.</summary>
                ~Capsule() => Release();

                /// <summary>Whether a library took the tensor, or it was given back.</summary>
                public bool IsUsed => Volatile.Read(ref managed) == 0;

                /// <summary>Hands the <c>DLManagedTensor*</c> over: the caller has to call its deleter, once. The capsule is used up.</summary>
                /// <exception cref="InvalidOperationException">It was used before.</exception>
                public nint Take()
                {
                    nint taken = Interlocked.Exchange(ref managed, 0);
                    return taken != 0 ? taken : throw new InvalidOperationException("the capsule was used before: a capsule is taken once");
                }

                /// <summary>Gives back what nobody took.</summary>
                public void Dispose()
                {
                    Release();
                    GC.SuppressFinalize(this);
                }

                internal void PutBack(nint taken) => Volatile.Write(ref managed, taken);

                private void Release()
                {
                    nint left = Interlocked.Exchange(ref managed, 0);
                    if (left != 0)
                    {
                        NativeMethods.tl_dlpack_delete(left);
                    }
                }
            }
        }
    }
}
