using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own (torch.Generator).</summary>
    public unsafe class Generator : IDisposable
    {
        private nint handle;

        /// <summary>Makes a generator.</summary>
        /// <param name="seed">Its first seed.</param>
        /// <param name="device">Where its numbers are drawn; the CPU when null.</param>
        public Generator(ulong seed = 67280421310721, Device? device = null)
        {
            this.device = device ?? CPU;
            nint made;
            NativeError.Check(NativeMethods.tl_generator_new((int)this.device.type, this.device.index, seed, &made), "torch.Generator");
            handle = made;
        }

        private Generator(nint handle, Device device)
        {
            this.handle = handle;
            this.device = device;
        }

        /// <summary>Frees the native generator if nobody disposed it.</summary>
        ~Generator() => Dispose(disposing: false);

        /// <summary>The CPU's default generator, which every draw without a generator of its own uses.</summary>
        public static Generator Default => DefaultOf(CPU);

        /// <summary>Where its numbers are drawn.</summary>
        public Device device { get; }

        /// <summary>The native generator; valid while this object lives.</summary>
        /// <exception cref="ObjectDisposedException">It was disposed.</exception>
        public nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(handle == 0, this);
                return handle;
            }
        }

        /// <summary>The state as a tensor of bytes, for <see cref="set_state"/>.</summary>
        public Tensor get_state()
        {
            nint state;
            NativeError.Check(NativeMethods.tl_generator_get_state(Handle, &state), "Generator.get_state");
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        /// <summary>Sets the state.</summary>
        /// <param name="value">What <see cref="get_state"/> gave.</param>
        /// <exception cref="TorchException">Not a state of this kind of generator.</exception>
        public void set_state(Tensor value)
        {
            NativeError.Check(NativeMethods.tl_generator_set_state(Handle, Tensor.HandleOf(value)), "Generator.set_state");
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        /// <summary>Sets the seed; negative ones are taken modulo 2^64, as in Python.</summary>
        /// <param name="seed">The seed.</param>
        /// <returns>This generator.</returns>
        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.tl_generator_set_seed(Handle, unchecked((ulong)seed)), "Generator.manual_seed");
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Sets a seed drawn from the system's randomness and returns it.</summary>
        public long seed()
        {
            ulong value;
            NativeError.Check(NativeMethods.tl_generator_seed(Handle, &value), "Generator.seed");
            GC.KeepAlive(this);
            return unchecked((long)value);
        }

        /// <summary>The seed that was set last.</summary>
        public long initial_seed()
        {
            ulong value;
            NativeError.Check(NativeMethods.tl_generator_initial_seed(Handle, &value), "Generator.initial_seed");
            GC.KeepAlive(this);
            return unchecked((long)value);
        }

        /// <summary>Frees the native generator; the default generators live on in libtorch.</summary>
        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Frees the native generator.</summary>
        /// <param name="disposing">Whether <see cref="Dispose()"/> was called; false when the collector frees what nobody disposed.</param>
        protected virtual void Dispose(bool disposing)
        {
            nint owned = Interlocked.Exchange(ref handle, 0);
            if (owned != 0)
            {
                NativeMethods.tl_generator_release(owned);
            }
        }

        internal static Generator DefaultOf(Device device)
        {
            nint found;
            NativeError.Check(NativeMethods.tl_generator_default((int)device.type, device.index, &found), "torch.default_generator");
            return new Generator(found, device);
        }
    }
}
