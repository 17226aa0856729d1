import { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { type Binding, bindingBytes, bodyOf, envelope } from "./binding.ts";
import { type Bytes, concat } from "./bytes.ts";
import { curve } from "./curve.ts";
import { orRefuse, SealingError } from "./errors.ts";
import { keyPair, type PrivateKey } from "./privateKey.ts";

// RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message a context, the binding as `info`.
async function suite(): Promise<CipherSuite> {
  const { kem } = await curve();
  return new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** Seals to `recipient`; with `sender`, in Auth mode, so that the opener knows who sealed it. */
export async function seal(binding: Binding, recipient: Bytes, plaintext: Bytes, sender?: PrivateKey): Promise<Bytes> {
  if (recipient.length !== 32) throw new SealingError("bad-key");
  const info = bindingBytes(binding);
  return orRefuse("bad-key", async () => {
    const hpke = await suite();
    const context = await hpke.createSenderContext({
      recipientPublicKey: await hpke.kem.deserializePublicKey(recipient),
      info,
      ...(sender ? { senderKey: keyPair(sender) } : {}),
    });
    const ciphertext = await context.seal(plaintext);
    return envelope(binding, concat(new Uint8Array(context.enc), new Uint8Array(ciphertext)));
  });
}

/** Opens what `seal` made; with `sender`, only what that sender sealed. */
export async function open(
  binding: Binding,
  size: number,
  recipient: PrivateKey,
  bytes: Bytes,
  sender?: Bytes,
): Promise<Bytes> {
  const body = bodyOf(bytes, binding, [size]);
  const info = bindingBytes(binding);
  return orRefuse("not-opened", async () => {
    const hpke = await suite();
    const context = await hpke.createRecipientContext({
      recipientKey: keyPair(recipient),
      enc: body.slice(0, 32),
      info,
      ...(sender ? { senderPublicKey: await hpke.kem.deserializePublicKey(sender) } : {}),
    });
    return new Uint8Array(await context.open(body.slice(32)));
  });
}
